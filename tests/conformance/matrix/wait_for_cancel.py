# wait_for around work that ends as cancelled: in time, too late, already done, cancelled from outside.
import asyncio

def say(*words):
    print(f"{asyncio.get_running_loop().time():.6f}", *words)

def shown(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    if future.exception() is not None:
        return repr(future.exception())
    return repr(future.result())

async def work(delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as error:
        # It takes its time to stop.
        say("work was told", error.args)
        await asyncio.sleep(0.05)
        raise
    say("work ends")
    raise asyncio.CancelledError("by itself")

async def ended_work():
    task = asyncio.create_task(work(0.01))
    await asyncio.wait([task])
    return task

def chain(error):
    links = []
    while error is not None:
        links.append(repr(error))
        error = error.__cause__ or error.__context__
    return " <- ".join(links)

async def attempt(label, coroutine, stop_after=None):
    say("--", label)
    task = asyncio.create_task(coroutine)
    if stop_after is not None:
        asyncio.get_running_loop().call_later(stop_after, task.cancel, "no more")
    try:
        say("result", await task)
    except (Exception, asyncio.CancelledError) as error:
        say("raised", chain(error))
    say(task.cancelled(), task.cancelling(), asyncio.current_task().cancelling())

async def of_task(delay, limit):
    task = asyncio.create_task(work(delay))
    try:
        return await asyncio.wait_for(task, limit)
    finally:
        say("task", shown(task))

async def of_coroutine(delay, limit):
    return await asyncio.wait_for(work(delay), limit)

async def of_done(limit):
    task = await ended_work()
    return await asyncio.wait_for(task, limit)

async def main():
    for way in (of_task, of_coroutine):
        await attempt(f"{way.__name__}, in time", way(0.1, 0.5))
        await attempt(f"{way.__name__}, without limit", way(0.1, None))
        await attempt(f"{way.__name__}, too late", way(0.5, 0.1))
        await attempt(f"{way.__name__}, no time at all", way(0.5, 0))
        await attempt(f"{way.__name__}, both at once", way(0.1, 0.1))
        await attempt(f"{way.__name__}, cancelled from outside", way(0.5, 1), 0.1)
        await attempt(f"{way.__name__}, cancelled when it is too late", way(0.5, 0.1), 0.1)
        await attempt(f"{way.__name__}, cancelled just before it is too late", way(0.5, 0.1), 0.099999)
    for limit in (1, 0, -1, None):
        await attempt(f"already done, {limit}", of_done(limit))
    await attempt("already done, cancelled from outside", of_done(1), 0.01)

asyncio.run(main())
