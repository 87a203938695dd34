import asyncio

async def level(n):
    print("  " * n + f"down {n}")
    if n < 4:
        await asyncio.create_task(level(n + 1))
    await asyncio.sleep(0.1 * n)
    print("  " * n + f"up {n}")
    return n

async def main():
    print(await level(0))
    print(round(asyncio.get_running_loop().time(), 3))

asyncio.run(main())
