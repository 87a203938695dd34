import asyncio

async def fail(error):
    raise error

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("handled")))
            group.create_task(fail(OSError("not handled")))
    except* ValueError as e:
        print("handled", e.exceptions)

asyncio.run(main())
