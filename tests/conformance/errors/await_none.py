import asyncio

def work():
    print("called")

async def main():
    await work()

asyncio.run(main())
