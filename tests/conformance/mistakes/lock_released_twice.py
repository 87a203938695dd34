import asyncio

async def main():
    lock = asyncio.Lock()
    async with lock:
        pass
    lock.release()

asyncio.run(main())
