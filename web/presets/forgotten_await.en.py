import asyncio


async def brew():
    print("boiling water")
    await asyncio.sleep(2)
    print("coffee is ready")
    return "coffee"

# %% forgotten
async def main():
    # A call alone only makes a coroutine:
    # not one line of it runs.
    cup = brew()
    print("got:", type(cup).__name__)


asyncio.run(main())

# %% awaited
async def main():
    # await sets the coroutine in motion
    # and gives what it returns.
    cup = await brew()
    print("got:", cup)


asyncio.run(main())
