import asyncio

async def main():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait(1)
    queue.put_nowait(2)

asyncio.run(main())
