import asyncio

class Door:
    def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        pass

async def main():
    async with Door() as door:
        pass

asyncio.run(main())
