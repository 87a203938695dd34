import asyncio

async def main():
    await asyncio.sleep(0.1)
    data = {"a": 1}
    print(data["b"])

asyncio.run(main())
