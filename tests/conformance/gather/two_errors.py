import asyncio

async def fail(delay, kind):
    await asyncio.sleep(delay)
    raise kind(f"after {delay}")

async def main():
    try:
        await asyncio.gather(fail(0.2, ValueError), fail(0.1, TypeError))
    except Exception as e:
        print(type(e).__name__, e)
    await asyncio.sleep(0.2)

asyncio.run(main())
