import asyncio

async def get():
    return [1]

async def main():
    get().append(2)

asyncio.run(main())
