import asyncio

async def slow(n):
    try:
        await asyncio.sleep(n)
        print("slow goes on", n)
    except asyncio.CancelledError:
        print("slow cancelled", n)
        raise

async def fail():
    await asyncio.sleep(0.5)
    raise KeyError("lost")

async def main():
    try:
        await asyncio.gather(slow(1), fail(), slow(3))
    except KeyError as e:
        print("caught", repr(e), str(e))
    await asyncio.sleep(1)
    print("main ends")

asyncio.run(main())
