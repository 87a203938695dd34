import asyncio, time
import aiohttp


async def fetch(session, n):
    async with session.get("https://httpbin.org/delay/1") as response:
        return response.status


async def main():
    for limit, requests in ((100, 150), (5, 20), (0, 150)):
        begin = time.perf_counter()
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=limit)) as session:
            done = await asyncio.gather(*[fetch(session, n) for n in range(requests)])
        print(limit, len(done), "rounds:", int(time.perf_counter() - begin))


asyncio.run(main())
