# A task that starts eagerly runs up to its first wait before create_task returns.
import asyncio
import contextvars
import time

var = contextvars.ContextVar("var", default="unset")

def now():
    return f"{asyncio.get_running_loop().time():.6f}"

def name():
    task = asyncio.current_task()
    return None if task is None else task.get_name()

async def value(result):
    print(now(), "value in", name(), len(asyncio.all_tasks()))
    return result

async def waits(delay, result):
    print(now(), "waits in", name())
    try:
        await asyncio.sleep(delay)
        print(now(), "waited in", name())
        return result
    finally:
        print(now(), "ends", name())

async def fails():
    raise LookupError("at once")

async def fails_later():
    await asyncio.sleep(0)
    raise LookupError("later")

def start(coroutine, **keywords):
    task = asyncio.Task(coroutine, loop=asyncio.get_running_loop(), eager_start=True, **keywords)
    print(now(), "started", task.get_name(), task.done(), "from", name())
    return task

async def outcomes():
    print("-- outcomes")
    done = start(value(1))
    print(done, done.result(), done.get_coro(), len(asyncio.all_tasks()), done in asyncio.all_tasks())
    print(await done, now())
    waiting = start(waits(0.1, 2), name="waiting")
    print(waiting.get_name(), waiting.done(), waiting in asyncio.all_tasks(), waiting.get_coro() is not None)
    print(await waiting, now())
    failed = start(fails())
    print(failed, repr(failed.exception()))
    try:
        await failed
    except LookupError as error:
        print("caught", error)
    late = start(fails_later())
    print(late.done())
    try:
        await late
    except LookupError as error:
        print("caught", error)
    lazy = asyncio.Task(value(3), eager_start=False)
    print(lazy.done(), await lazy)
    pending = start(waits(1, 4))
    pending.cancel("no")
    print(pending.cancelling(), pending.done(), "cancelling" in repr(pending))
    try:
        await pending
    except asyncio.CancelledError as error:
        print("cancelled", error.args)

async def inner(depth):
    print("in ", depth, name())
    if depth:
        task = start(inner(depth - 1), name=f"depth {depth - 1}")
        print("out", depth, name(), task.done())
        return depth + await task
    await asyncio.sleep(0)
    print("woken", name())
    return depth

async def nested():
    print("-- nested")
    print(await start(inner(3), name="depth 3"), name())

    async def itself():
        me = asyncio.current_task()
        me.cancel("self")
        print("asked", me.cancelling())
        await asyncio.sleep(0)

    async def returns_in_spite():
        asyncio.current_task().cancel()
        return "value"

    one, two = start(itself()), start(returns_in_spite())
    print(one.done(), two.done(), two.cancelled())
    for task in (one, two):
        try:
            print(await task)
        except asyncio.CancelledError as error:
            print("cancelled", error.args)

    async def raises_cancelled():
        raise asyncio.CancelledError("raised")

    task = start(raises_cancelled())
    print(task.cancelled())
    try:
        task.result()
    except asyncio.CancelledError as error:
        print(error.args)

async def callbacks_and_contexts():
    print("-- callbacks and contexts")
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: start(value("in a callback")))
    loop.call_soon(lambda: start(waits(0.01, "in a callback")))
    await asyncio.sleep(0.02)
    print("main again", name())

    async def sets(new):
        before = var.get()
        var.set(new)
        return before, var.get()

    var.set("main")
    task = start(sets("task"))
    print(task.result(), var.get(), task.get_context()[var])
    ctx = contextvars.copy_context()
    task = start(sets("given"), context=ctx)
    print(task.result(), var.get(), ctx[var])
    done = start(value("with a callback"))
    done.add_done_callback(lambda t: print("callback", t.result(), name()))
    print("added")
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    async def blocks():
        time.sleep(0.5)
        print(now(), "blocked in", name())
        await asyncio.sleep(0.1)
        time.sleep(0.5)
        return "end"

    task = start(blocks())
    print(now(), await task)
    print(now(), await asyncio.gather(start(waits(0.1, 1)), start(value(2)), waits(0.05, 3)))
    async with asyncio.timeout(0.05):
        try:
            await start(waits(1, 1))
        except asyncio.CancelledError:
            print(now(), "timed out")

async def spinning():
    print("-- computing")
    async def computes():
        total = 0
        for n in range(200000):
            total += n
        return total
    print(start(computes()).result())

for main in (outcomes, nested, callbacks_and_contexts, spinning):
    asyncio.run(main())

# Without a running loop there is nothing to start in.
loop = asyncio.new_event_loop()

async def plain():
    return "plain", name()

task = asyncio.Task(plain(), loop=loop, eager_start=True, name="early")
print(task.done(), loop.run_until_complete(task))
try:
    asyncio.Task(5, loop=loop, eager_start=True)
except TypeError as error:
    print(error)
loop.close()
