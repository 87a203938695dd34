# 네 사이트에 열 번씩, 모두 40번 요청합니다.
SITES = [
    "https://naver.com",
    "https://google.com",
    "https://instagram.com",
    "https://youtube.com",
]
URLS = SITES * 10

# %% requests
import requests

# requests는 대답이 올 때까지 프로그램을 붙잡습니다.
# 연결은 Session이 다시 씁니다.
with requests.Session() as session:
    total = 0
    for url in URLS:
        response = session.get(url)
        total += len(response.text)
print(f"{len(URLS)}개, 모두 {total}자")

# %% aiohttp
import asyncio

import aiohttp


async def size_of(session, url):
    async with session.get(url) as response:
        return len(await response.text())


async def main():
    # 40개의 요청이 함께 나가서,
    # 가장 느린 하나만큼만 기다립니다.
    async with aiohttp.ClientSession() as session:
        fetches = [size_of(session, url) for url in URLS]
        sizes = await asyncio.gather(*fetches)
    print(f"{len(sizes)}개, 모두 {sum(sizes)}자")


asyncio.run(main())
