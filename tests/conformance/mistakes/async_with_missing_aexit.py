import asyncio

class Door:
    async def __aenter__(self):
        return self

async def main():
    async with Door():
        pass

asyncio.run(main())
