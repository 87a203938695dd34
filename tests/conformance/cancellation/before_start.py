import asyncio

async def never():
    print("never runs")

async def main():
    t = asyncio.create_task(never())
    print(t.cancel())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled before it began", t.cancelled())
    print(t.cancel())

asyncio.run(main())
