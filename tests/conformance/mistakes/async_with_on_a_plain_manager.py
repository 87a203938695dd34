import asyncio

class Door:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

async def main():
    async with Door() as door:
        pass

asyncio.run(main())
