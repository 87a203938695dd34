import asyncio

class Thing:
    def __await__(self):
        return 5

async def main():
    await Thing()

asyncio.run(main())
