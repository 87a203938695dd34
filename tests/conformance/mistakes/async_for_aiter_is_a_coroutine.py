import asyncio

class Numbers:
    async def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration

async def main():
    async for x in Numbers():
        print(x)

asyncio.run(main())
