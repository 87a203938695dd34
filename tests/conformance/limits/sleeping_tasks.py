import asyncio

async def nap(n):
    await asyncio.sleep(1 + n % 10)
    return n

async def main():
    print(sum(await asyncio.gather(*[nap(n) for n in range(100_000)])))

asyncio.run(main())
