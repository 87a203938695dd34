import asyncio, time

async def bad(n):
    print("start", n)
    time.sleep(1)
    print("end", n)

async def good(n):
    print("start", n)
    await asyncio.sleep(1)
    print("end", n)

async def main(work):
    start = time.perf_counter()
    await asyncio.gather(work(1), work(2), work(3))
    print(f"{work.__name__} took {time.perf_counter() - start:.2f} s")

asyncio.run(main(bad))
asyncio.run(main(good))
