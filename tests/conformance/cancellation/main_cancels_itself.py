import asyncio

async def main():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)

try:
    asyncio.run(main())
except asyncio.CancelledError as e:
    print("run raised", type(e).__name__, e.args)
