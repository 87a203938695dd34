# A coroutine that nobody awaits, in debug mode.
import asyncio

async def forgotten():
    pass

async def main():
    forgotten()
    await asyncio.sleep(0)
    print("end")

asyncio.run(main(), debug=True)
