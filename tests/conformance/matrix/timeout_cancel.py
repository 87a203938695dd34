# timeout around work that ends as cancelled: in time, too late, already done, cancelled from outside.
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

async def within(delay, limit):
    try:
        async with asyncio.timeout(limit) as scope:
            return await work(delay)
    finally:
        say(scope, scope.expired())

async def moved(delay, limit):
    loop = asyncio.get_running_loop()
    async with asyncio.timeout_at(loop.time() + 60) as scope:
        scope.reschedule(loop.time() + limit)
        return await work(delay)

async def nested(delay, inner, outer):
    try:
        async with asyncio.timeout(outer) as outer_scope:
            try:
                async with asyncio.timeout(inner) as inner_scope:
                    return await work(delay)
            finally:
                say("inner", inner_scope.expired(), asyncio.current_task().cancelling())
    finally:
        say("outer", outer_scope.expired(), asyncio.current_task().cancelling())

async def of_done(limit):
    task = await ended_work()
    async with asyncio.timeout(limit) as scope:
        say(scope.expired(), shown(task))
        return await task

async def main():
    await attempt("in time", within(0.1, 0.5))
    await attempt("without limit", within(0.1, None))
    await attempt("too late", within(0.5, 0.1))
    await attempt("no time at all", within(0.5, 0))
    await attempt("a limit of the past", within(0.5, -1))
    await attempt("both at once", within(0.1, 0.1))
    await attempt("cancelled from outside", within(0.5, 1), 0.1)
    await attempt("cancelled when it is too late", within(0.5, 0.1), 0.1)
    await attempt("cancelled just before it is too late", within(0.5, 0.1), 0.099999)
    await attempt("moved, in time", moved(0.1, 0.5))
    await attempt("moved, too late", moved(0.5, 0.1))
    await attempt("inner too late", nested(0.5, 0.1, 1))
    await attempt("outer too late", nested(0.5, 1, 0.1))
    await attempt("both too late", nested(0.5, 0.1, 0.1))
    await attempt("both cancelled from outside", nested(0.5, 1, 1), 0.1)
    for limit in (1, 0, -1, None):
        await attempt(f"already done, {limit}", of_done(limit))
    await attempt("already done, cancelled from outside", of_done(1), 0.01)

asyncio.run(main())
