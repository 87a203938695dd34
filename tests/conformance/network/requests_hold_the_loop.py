import asyncio, time
import requests


async def tick():
    for _ in range(3):
        await asyncio.sleep(0.1)
        print("tick", round(time.perf_counter() - begin, 1))


async def download():
    print("asking")
    requests.get("https://httpbin.org/delay/2")
    print("answered")


async def main():
    await asyncio.gather(download(), tick())


begin = time.perf_counter()
asyncio.run(main())
