import asyncio

async def leaf(x):
    await asyncio.sleep(x / 10)
    print("leaf", x)
    return x

async def main():
    inner = [asyncio.gather(leaf(i), leaf(i + 1)) for i in range(0, 6, 2)]
    print(await asyncio.gather(*inner, leaf(9)))

asyncio.run(main())
