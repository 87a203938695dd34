import asyncio

async def fail():
    raise ValueError("in the group")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except ValueError:
        print("not reached")

asyncio.run(main())
