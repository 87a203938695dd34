import asyncio, sys

async def main():
    await asyncio.sleep(0.5)
    print("leaving")
    sys.exit(3)

asyncio.run(main())
print("not reached")
