import asyncio

async def numbers():
    yield 1
    raise StopAsyncIteration

async def main():
    async for n in numbers():
        print(n)

asyncio.run(main())
