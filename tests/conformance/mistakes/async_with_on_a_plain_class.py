import asyncio

class Door:
    pass

async def main():
    async with Door():
        pass

asyncio.run(main())
