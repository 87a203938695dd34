import asyncio

async def work(n):
    await asyncio.sleep(n)
    if n == 1:
        raise ValueError(f"task {n} failed")
    return n

async def main():
    results = await asyncio.gather(work(1), work(2))
    print(results)

asyncio.run(main())
