import asyncio

async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(1)
            print("slept", i)
        except asyncio.CancelledError as e:
            print("ignored", i, e.args)
    return "finished"

async def main():
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    t.cancel("please")
    await asyncio.sleep(0.7)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling())

asyncio.run(main())
