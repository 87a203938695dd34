import asyncio

async def numbers():
    return [1]

async def main():
    async for x in numbers():
        print(x)

asyncio.run(main())
