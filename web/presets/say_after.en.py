import asyncio
import time


async def say(delay, what):
    await asyncio.sleep(delay)
    print(what)

# %% one by one
async def main():
    start = time.perf_counter()
    # The second wait begins when the first has ended: 1 s + 2 s.
    await say(1, "good morning")
    await say(2, "nice to meet you")
    print(f"it took {time.perf_counter() - start:.1f} s")


asyncio.run(main())

# %% as tasks
async def main():
    start = time.perf_counter()
    # create_task schedules at once:
    # the two waits overlap, 2 s are enough.
    hello = asyncio.create_task(say(1, "good morning"))
    nice = asyncio.create_task(say(2, "nice to meet you"))
    await hello
    await nice
    print(f"it took {time.perf_counter() - start:.1f} s")


asyncio.run(main())
