import asyncio

def work():
    return "done"

async def main():
    print(await work())

asyncio.run(main())
