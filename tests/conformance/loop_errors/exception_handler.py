# What set_exception_handler gets, when, and in which context.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")

def now():
    return f"{asyncio.get_running_loop().time():.6f}"

def handler(loop, context):
    error = context.get("exception")
    print(now(), "handler:", context["message"].replace(__file__, "FILE"), repr(error), sorted(context), var.get(),
          loop is asyncio.get_running_loop(), asyncio.current_task() is None)

def breaks(n):
    var.set(f"callback {n}")
    raise ValueError(n)

async def fails(text):
    var.set(f"task {text}")
    raise LookupError(text)

async def callbacks():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    var.set("main")
    loop.call_soon(breaks, 1)
    loop.call_soon(print, "after the first")
    handle = loop.call_later(0.1, breaks, 2)
    future = loop.create_future()
    future.add_done_callback(lambda f: breaks(3))
    future.add_done_callback(lambda f: print(now(), "another callback"))
    future.set_result(None)
    await asyncio.sleep(0.2)
    print(now(), "main goes on", var.get())

    def shows(loop, context):
        handle = context["handle"]
        print(type(handle).__name__, handle.cancelled(), handle.get_context()[var], context["exception"])

    loop.set_exception_handler(shows)
    loop.call_soon(breaks, "in a handle")
    loop.call_later(0.01, breaks, "in a timer")
    await asyncio.sleep(0.1)

async def never_retrieved():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    var.set("main")
    task = asyncio.create_task(fails("dropped"))
    await asyncio.sleep(0.1)
    print(now(), "still there", task.done())
    del task
    print(now(), "deleted")
    asyncio.create_task(fails("never kept"))
    await asyncio.sleep(1)
    print(now(), "later")
    future = loop.create_future()
    future.set_exception(KeyError("future"))
    del future
    print("future deleted")
    kept = []

    def keeps(loop, context):
        kept.append(context.get("future"))

    loop.set_exception_handler(keeps)
    asyncio.create_task(fails("kept"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(kept[0].exception(), kept[0].get_name().startswith("Task-"), len(kept))
    kept.clear()
    await asyncio.sleep(0)
    print(kept)

async def handlers_that_fail():
    loop = asyncio.get_running_loop()

    def bad_handler(loop, context):
        print("bad handler", context["message"].split(" ")[0])
        raise OSError("in the handler")

    loop.set_exception_handler(bad_handler)
    loop.call_soon(breaks, 5)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("still running")
    loop.set_exception_handler(None)
    for wrong in (5, "handler"):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as error:
            print(error)

async def by_hand():
    loop = asyncio.get_running_loop()
    seen = []
    loop.set_exception_handler(lambda loop, context: seen.append(context))
    given = {"message": "own", "more": 1}
    loop.call_exception_handler(given)
    print(seen, seen[0] is given)

    async def sets():
        var.set("of the task")
        await asyncio.sleep(1)

    task = asyncio.create_task(sets())
    await asyncio.sleep(0)
    loop.set_exception_handler(lambda loop, context: print("in", var.get()))
    var.set("of main")
    loop.call_exception_handler({"message": "x", "task": task})
    loop.call_exception_handler({"message": "x", "future": task})
    loop.call_exception_handler({"message": "x", "future": loop.create_future()})
    loop.call_exception_handler({"message": "x"})

    def defers(loop, context):
        print("deferring", context["message"].replace(__file__, "FILE"))
        loop.default_exception_handler(context)

    loop.set_exception_handler(defers)
    loop.call_soon(breaks, "deferred")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.default_exception_handler({"message": "last words", "number": 5, "a": "b"})

for main in (callbacks, never_retrieved, handlers_that_fail, by_hand):
    print("--", main.__name__)
    asyncio.run(main())
