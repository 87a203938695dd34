SITES = [
    "https://youtube.com",
    "https://naver.com",
    "https://google.com",
]

# %% 하나씩
import requests

for site in SITES:
    response = requests.get(site)
    print(f"{site}: {response.status_code}")

# %% 한꺼번에
import asyncio

import aiohttp


async def fetch(session, site):
    async with session.get(site) as response:
        print(f"도착: {site}")
        return response.status


async def main():
    async with aiohttp.ClientSession() as session:
        # 도착하는 순서는 제각각이지만,
        # gather의 결과는 부탁한 순서 그대로입니다.
        fetches = [fetch(session, site) for site in SITES]
        statuses = await asyncio.gather(*fetches)
    for site, status in zip(SITES, statuses):
        print(f"{site}: {status}")


asyncio.run(main())
