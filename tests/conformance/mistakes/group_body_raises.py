import asyncio

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))
        raise LookupError("in the body")

asyncio.run(main())
