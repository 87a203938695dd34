import asyncio

def work():
    print("working")

async def main():
    task = asyncio.create_task(work())

asyncio.run(main())
