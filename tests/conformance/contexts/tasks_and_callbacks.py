# Tasks run in a copy of the context they were made in, callbacks in that of their registration.
import asyncio
from contextvars import Context, ContextVar, copy_context

var = ContextVar("var", default="unset")
other = ContextVar("other", default=0)

def show(label, *rest):
    print(label, var.get(), *rest)

async def child(name, value=None):
    show(f"{name} begins")
    if value is not None:
        var.set(value)
    await asyncio.sleep(0.01)
    show(f"{name} ends")
    return var.get()

async def tasks():
    print("-- tasks")
    var.set("main")
    one = asyncio.create_task(child("one", 1))
    var.set("main again")
    two = asyncio.create_task(child("two"))
    print(await asyncio.gather(one, two, child("three", 3), child("four")))
    show("main")
    print(await child("awaited", "by await"))
    show("main")
    print(await asyncio.wait_for(child("wait_for", 5), 1))
    show("main")
    print(await asyncio.wait_for(asyncio.create_task(child("as a task", 6)), 1))
    show("main")

async def given():
    print("-- a context of one's own")
    ctx = copy_context()
    var.set("outside")
    first = asyncio.create_task(child("first", "from first"), context=ctx)
    print(await first, ctx[var], first.get_context() is ctx)
    second = asyncio.get_running_loop().create_task(child("second"), context=ctx)
    print(await second)
    async with asyncio.TaskGroup() as group:
        third = group.create_task(child("third", "from third"), context=ctx)
        fourth = group.create_task(child("fourth"))
        fifth = group.create_task(child("fifth"), context=Context())
    print(third.result(), fourth.result(), fifth.result(), ctx[var])
    show("outside")
    try:
        await asyncio.create_task(child("sixth"), context=None)
    except TypeError as error:
        print(error)
    own = asyncio.current_task().get_context()
    print(own[var], own is asyncio.current_task().get_context())
    var.set("changed")
    print(own[var], copy_context() == own, copy_context() is own)
    try:
        own.run(show, "never")
    except RuntimeError as error:
        print(str(error).startswith("cannot enter context: <_contextvars.Context object at 0x"),
              str(error).endswith("> is already entered"))
    task = asyncio.create_task(child("plain"))
    print(task.get_context()[var], task.get_context() is own)
    await task
    # Another task's context can be entered while that task waits.
    waiting = asyncio.create_task(child("waiting", "w"))
    await asyncio.sleep(0)
    waiting.get_context().run(var.set, "from outside")
    print(await waiting)

async def callbacks():
    print("-- callbacks")
    loop = asyncio.get_running_loop()
    var.set("registered")
    loop.call_soon(show, "call_soon")
    loop.call_later(0.01, show, "call_later")
    loop.call_at(loop.time() + 0.02, show, "call_at")
    ctx = Context()
    ctx.run(var.set, "given")
    handle = loop.call_soon(show, "call_soon, given", context=ctx)
    print(handle.get_context() is ctx)
    loop.call_later(0.01, show, "call_later, given", context=ctx)
    loop.call_at(loop.time() + 0.02, show, "call_at, given", context=ctx)
    loop.call_soon(var.set, "by a callback")
    loop.call_soon(var.set, "by a callback", context=ctx)
    var.set("later")
    show("now")
    await asyncio.sleep(0.05)
    show("now")
    print(ctx[var])

    future = loop.create_future()
    var.set("adding")
    future.add_done_callback(lambda f: show("done", f.result()))
    future.add_done_callback(lambda f: show("done, given", f.result()), context=ctx)
    var.set("setting")
    future.set_result(1)
    var.set("after")
    future.add_done_callback(lambda f: show("done already", f.result()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task = asyncio.create_task(child("task", "in task"))
    task.add_done_callback(lambda t: show("task's callback"))
    task.add_done_callback(lambda t: show("task's callback, given"), context=task.get_context())
    await task
    await asyncio.sleep(0)
    for wrong in (5, "context"):
        try:
            print(loop.call_soon(show, "x", context=ctx).get_context() is ctx)
        except TypeError as error:
            print(error)

async def depth(n):
    other.set(other.get() + 1)
    if n:
        return await asyncio.create_task(depth(n - 1))
    return other.get()

async def numbers():
    for n in range(3):
        other.set(n)
        yield n
        print("generator sees", other.get())

async def generators():
    print("-- nested tasks, async generators, timeouts")
    print(await depth(5), other.get())
    async for n in numbers():
        print("body sees", other.get())
        other.set(100 + n)
    print(other.get())
    async with asyncio.timeout(1):
        other.set("in timeout")
    print(other.get())
    token = other.set("token")
    async def reset():
        try:
            other.reset(token)
        except ValueError as error:
            return str(error).endswith("was created in a different Context")
    print(await asyncio.create_task(reset()), await reset(), other.get())
    print(await asyncio.shield(child("shielded", "s")), var.get())
    done, _ = await asyncio.wait([asyncio.create_task(child("waited", "x"))])
    print([t.result() for t in done], var.get())
    for earliest in asyncio.as_completed([child("completed", "y")]):
        print(await earliest, var.get())

var.set("module")
for main in (tasks, given, callbacks, generators):
    asyncio.run(main())
    show("module")

async def keep(value):
    before = var.get()
    var.set(value)
    return before

# One context for all runs of a runner.
with asyncio.Runner() as runner:
    print(runner.run(keep("a")), runner.run(keep("b")))
    ctx = Context()
    print(runner.run(keep("c"), context=ctx), ctx[var], runner.run(keep("d")))
show("module")
loop = asyncio.new_event_loop()
print(loop.run_until_complete(keep("e")), loop.run_until_complete(keep("f")), var.get())
loop.close()
print(copy_context().run(asyncio.run, keep("g")), var.get())
