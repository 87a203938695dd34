import asyncio

async def job():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("instead of cancelling")

async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except ValueError as e:
        print(e, type(e.__context__).__name__)
    print(t.cancelled(), repr(t.exception()))

asyncio.run(main())
