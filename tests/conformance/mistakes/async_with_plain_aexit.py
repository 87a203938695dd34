import asyncio

class Door:
    async def __aenter__(self):
        return self

    def __aexit__(self, *details):
        pass

async def main():
    async with Door() as door:
        print("inside")

asyncio.run(main())
