import asyncio

async def main():
    asyncio.Semaphore(-1)

asyncio.run(main())
