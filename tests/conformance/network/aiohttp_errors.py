import asyncio
import aiohttp


async def attempt(session, url, **options):
    try:
        async with session.get(url, **options) as response:
            response.raise_for_status()
            return await response.json()
    except aiohttp.ClientResponseError as error:
        print("response", type(error).__name__, error.status, error)
    except aiohttp.ClientConnectorError as error:
        print("connect", type(error).__name__, error)
    except aiohttp.ClientError as error:
        print("client", type(error).__name__, error)
    except asyncio.TimeoutError as error:
        print("timeout", type(error).__name__)


async def main():
    async with aiohttp.ClientSession() as session:
        await attempt(session, "https://httpbin.org/status/404")
        await attempt(session, "https://example.com")
        await attempt(session, "https://nowhere.invalid/")
        await attempt(session, "http://localhost:8080/")
        await attempt(session, "naver.com")
        await attempt(session, "https://httpbin.org/delay/9", timeout=aiohttp.ClientTimeout(total=1))
    try:
        await session.get("https://example.com")
    except RuntimeError as error:
        print(error)
    limited = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2), raise_for_status=True)
    try:
        await limited.get("https://httpbin.org/status/500")
    except aiohttp.ClientResponseError as error:
        print(error.status, error.message)
    task = asyncio.create_task(attempt(limited, "https://httpbin.org/delay/5"))
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    await limited.close()


asyncio.run(main())
