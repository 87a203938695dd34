import asyncio

async def main():
    await asyncio.sleep()

asyncio.run(main())
