# The same work blocking the loop, one by one in threads, side by side in threads.
import asyncio
import time


def boil(minutes):
    time.sleep(minutes)
    return minutes


async def blocking():
    return [boil(minutes) for minutes in (0.5, 0.3, 0.4)]


async def one_by_one():
    return [await asyncio.to_thread(boil, minutes) for minutes in (0.5, 0.3, 0.4)]


async def side_by_side():
    return await asyncio.gather(*[asyncio.to_thread(boil, minutes) for minutes in (0.5, 0.3, 0.4)])


async def heartbeat(beats):
    while True:
        beats.append(round(asyncio.get_running_loop().time() - 1000, 1))
        await asyncio.sleep(0.2)


async def main():
    for way in (blocking, one_by_one, side_by_side):
        beats = []
        start = time.perf_counter()
        heart = asyncio.create_task(heartbeat(beats))
        await asyncio.sleep(0)
        print(way.__name__, await way(), f"{time.perf_counter() - start:.3f}", beats)
        heart.cancel()
        await asyncio.sleep(0)


asyncio.run(main())
