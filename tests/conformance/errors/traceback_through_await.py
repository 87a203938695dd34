import asyncio

async def level3():
    await asyncio.sleep(0.1)
    return 1 / 0

async def level2():
    return await level3()

async def level1():
    try:
        await level2()
    except ZeroDivisionError as e:
        raise RuntimeError("level 1") from e

asyncio.run(level1())
