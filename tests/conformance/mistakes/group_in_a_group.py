import asyncio

async def fail(error):
    raise error

async def part():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(KeyError("k")))
        group.create_task(fail(TypeError("t")))

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(part())
        group.create_task(fail(ZeroDivisionError()))

asyncio.run(main())
