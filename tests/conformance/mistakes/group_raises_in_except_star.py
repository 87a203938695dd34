import asyncio

async def fail(error):
    raise error

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("v")))
            group.create_task(fail(OSError("o")))
    except* ValueError:
        raise RuntimeError("new one")

asyncio.run(main())
