import asyncio

async def fetch():
    await asyncio.sleep(1)
    return "data"

async def main():
    result = fetch()
    print(type(result).__name__)
    result = None
    fetch()
    print("done")

asyncio.run(main())
