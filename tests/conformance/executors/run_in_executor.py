# run_in_executor: pools of a size, the default one, and what is refused.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial


def block(seconds, value=None):
    time.sleep(seconds)
    return value


async def timed(awaitable):
    loop = asyncio.get_running_loop()
    start = loop.time()
    result = await awaitable
    print(f"{loop.time() - start:.3f}", result)


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        await timed(asyncio.gather(*[loop.run_in_executor(pool, block, 0.1, n) for n in range(5)]))
        await timed(loop.run_in_executor(pool, partial(block, 0.2, value="by partial")))
        future = loop.run_in_executor(pool, block, 0.1, "a future")
        print(type(future).__name__, asyncio.isfuture(future), future.done())
        print(await future, future.done())
    await timed(loop.run_in_executor(None, block, 0.3, "default"))
    await timed(asyncio.wait_for(loop.run_in_executor(None, block, 0.1, "in time"), 0.2))
    try:
        await timed(asyncio.wait_for(loop.run_in_executor(None, block, 0.4, "too late"), 0.15))
    except TimeoutError as error:
        print("timeout", repr(error))
    task = asyncio.create_task(asyncio.to_thread(block, 0.3))
    await asyncio.sleep(0.1)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.to_thread(block, 0.1 * n, n)) for n in (2, 1)]
    print([task.result() for task in tasks])
    for await_first in asyncio.as_completed([asyncio.to_thread(block, d, d) for d in (0.3, 0.1, 0.2)]):
        print(await await_first)
    loop.set_default_executor(ThreadPoolExecutor(1, "mine"))
    await timed(asyncio.gather(asyncio.to_thread(block, 0.1), asyncio.to_thread(block, 0.1)))
    try:
        loop.set_default_executor(3)
    except TypeError as error:
        print(error)
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(block, 0.1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
try:
    loop.run_in_executor(None, block, 0.1)
except RuntimeError as error:
    print(error)
