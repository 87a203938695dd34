import asyncio

class Thing:
    def __await__(self):
        yield 5

async def main():
    await Thing()

asyncio.run(main())
