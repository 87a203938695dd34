import asyncio, time
import aiohttp


async def fetch(session, n):
    async with session.get(f"https://jsonplaceholder.typicode.com/posts/{n}") as response:
        data = await response.json()
        return response.status, data["id"]


async def main():
    begin = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*[fetch(session, n) for n in range(1, 6)]))
        async with session.get("https://httpbin.org/get", params={"q": "x y"}) as response:
            print(response.status, response.reason, response.ok, response.url, response.content_type)
            print((await response.json())["args"], response.headers["Server"])
        response = await session.post("https://httpbin.org/post", json=[1, 2])
        print((await response.json())["json"])
        async with session.get("https://www.naver.com") as response:
            text = await response.text()
            print("<title>Naver</title>" in text, len(text) > 50_000)
        slow = [session.get("https://httpbin.org/delay/1") for _ in range(5)]
        print([r.status for r in await asyncio.gather(*slow)])
    print(session.closed, 1.5 < time.perf_counter() - begin < 4)


asyncio.run(main())
