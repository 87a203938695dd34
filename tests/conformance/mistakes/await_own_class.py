import asyncio

class Thing:
    pass

async def main():
    await Thing()

asyncio.run(main())
