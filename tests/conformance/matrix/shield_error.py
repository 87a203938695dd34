# shield around work that raises: in time, too late, already done, cancelled from outside.
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
        say("work was told", error.args)
        raise KeyError("in clean-up") from None
    say("work ends")
    raise LookupError("work")

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

async def shielded(delay):
    inner = asyncio.create_task(work(delay))
    try:
        return await asyncio.shield(inner)
    finally:
        say("inner", shown(inner))
        if not inner.done():
            done, _ = await asyncio.wait([inner])
            say("in the end", shown(inner))

async def in_time(delay, limit):
    inner = asyncio.create_task(work(delay))
    try:
        return await asyncio.wait_for(asyncio.shield(inner), limit)
    finally:
        say("inner", shown(inner))
        await asyncio.wait([inner])
        say("in the end", shown(inner))

async def stopped_inside(delay):
    inner = asyncio.create_task(work(delay))
    asyncio.get_running_loop().call_later(delay / 2, inner.cancel, "inside")
    return await asyncio.shield(inner)

async def of_done():
    task = await ended_work()
    guard = asyncio.shield(task)
    say(guard is task, shown(guard))
    return await guard

async def dropped(delay):
    inner = asyncio.create_task(work(delay))
    guard = asyncio.shield(inner)
    await asyncio.sleep(0)
    say(guard.cancel("guard"), guard.cancelled(), shown(inner))
    try:
        await guard
    except asyncio.CancelledError as error:
        say("guard", repr(error))
    await asyncio.wait([inner])
    return shown(inner)

async def main():
    await attempt("in time", in_time(0.1, 0.5))
    await attempt("too late", in_time(0.5, 0.1))
    await attempt("both at once", in_time(0.1, 0.1))
    await attempt("cancelled from outside", shielded(0.5), 0.1)
    await attempt("cancelled before it begins", shielded(0.5), 0)
    await attempt("cancelled as it ends", shielded(0.1), 0.1)
    await attempt("inner cancelled", stopped_inside(0.2))
    await attempt("already done", of_done())
    await attempt("already done, cancelled from outside", of_done(), 0.01)
    await attempt("the guard alone is cancelled", dropped(0.1))

asyncio.run(main())
