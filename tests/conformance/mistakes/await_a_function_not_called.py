import asyncio

async def work():
    pass

async def main():
    await work

asyncio.run(main())
