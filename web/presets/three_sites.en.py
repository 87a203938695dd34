SITES = [
    "https://youtube.com",
    "https://naver.com",
    "https://google.com",
]

# %% one by one
import requests

for site in SITES:
    response = requests.get(site)
    print(f"{site}: {response.status_code}")

# %% gathered
import asyncio

import aiohttp


async def fetch(session, site):
    async with session.get(site) as response:
        print(f"arrived: {site}")
        return response.status


async def main():
    async with aiohttp.ClientSession() as session:
        # They arrive in an order of their own;
        # gather's results keep the order asked for.
        fetches = [fetch(session, site) for site in SITES]
        statuses = await asyncio.gather(*fetches)
    for site, status in zip(SITES, statuses):
        print(f"{site}: {status}")


asyncio.run(main())
