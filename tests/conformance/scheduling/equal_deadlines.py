import asyncio

async def at(name, delay):
    await asyncio.sleep(delay)
    print(name)

async def main():
    names = [f"n{i}" for i in range(10)]
    await asyncio.gather(*(at(n, 0.5) for n in names), *(at(n, 0.25) for n in reversed(names)))

asyncio.run(main())
