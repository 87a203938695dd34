import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner")
        raise

async def middle():
    try:
        await inner()
    except asyncio.CancelledError:
        print("middle")
        raise

async def outer():
    t = asyncio.create_task(middle())
    try:
        await t
    except asyncio.CancelledError:
        print("outer, middle cancelled:", t.cancelled())
        raise

async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.1)
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    print(repr(t.cancelled()))

asyncio.run(main())
