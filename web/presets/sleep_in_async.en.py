import asyncio
import time


async def blink(color):
    for _ in range(4):
        print(color)
        await asyncio.sleep(0.5)

# %% time.sleep
async def rest():
    # time.sleep holds the loop itself:
    # no task can move meanwhile.
    time.sleep(2)
    print("well rested")


async def main():
    await asyncio.gather(blink("red"), blink("blue"), rest())


asyncio.run(main())

# %% asyncio.sleep
async def rest():
    # asyncio.sleep gives the loop back while it waits.
    await asyncio.sleep(2)
    print("well rested")


async def main():
    await asyncio.gather(blink("red"), blink("blue"), rest())


asyncio.run(main())
