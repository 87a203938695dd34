import asyncio

async def f():
    raise StopIteration(5)

async def main():
    await f()

asyncio.run(main())
