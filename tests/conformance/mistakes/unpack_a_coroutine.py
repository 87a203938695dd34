import asyncio

async def pair():
    return 1, 2

async def main():
    a, b = pair()

asyncio.run(main())
