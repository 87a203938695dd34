import asyncio

class Numbers:
    def __aiter__(self):
        return 5

async def main():
    async for x in Numbers():
        print(x)

asyncio.run(main())
