import asyncio

async def main():
    group = asyncio.TaskGroup()
    group.create_task(asyncio.sleep(1))

asyncio.run(main())
