# Four sites, ten times each: 40 requests.
SITES = [
    "https://naver.com",
    "https://google.com",
    "https://instagram.com",
    "https://youtube.com",
]
URLS = SITES * 10

# %% requests
import requests

# requests holds the program until the answer is there.
# The Session keeps its connections.
with requests.Session() as session:
    total = 0
    for url in URLS:
        response = session.get(url)
        total += len(response.text)
print(f"{len(URLS)} pages, {total} characters")

# %% aiohttp
import asyncio

import aiohttp


async def size_of(session, url):
    async with session.get(url) as response:
        return len(await response.text())


async def main():
    # All 40 requests are under way together:
    # it takes as long as the slowest of them.
    async with aiohttp.ClientSession() as session:
        fetches = [size_of(session, url) for url in URLS]
        sizes = await asyncio.gather(*fetches)
    print(f"{len(sizes)} pages, {sum(sizes)} characters")


asyncio.run(main())
