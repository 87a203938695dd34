# What debug mode refuses at once, and what it adds to reprs.
import asyncio

async def coroutine():
    pass

class Holder:
    async def method(self):
        pass

def callback(n=0, text=""):
    print("called", repr(n).replace(__file__, "FILE"), text)

def show(thing):
    print(repr(thing).replace(__file__, "FILE"))

def attempt(action):
    try:
        print(type(action()).__name__)
    except TypeError as error:
        print("TypeError", error)

async def main():
    loop = asyncio.get_running_loop()
    for debug in (True, False):
        loop.set_debug(debug)
        for wrong in (5, None, coroutine, Holder().method):
            if not debug and wrong is not None:
                continue
            attempt(lambda: loop.call_soon(wrong).cancel() if not debug else loop.call_soon(wrong))
        if debug:
            attempt(lambda: loop.call_later(1, coroutine))
            attempt(lambda: loop.call_at(1, coroutine))
            attempt(lambda: loop.call_soon_threadsafe(coroutine))
            attempt(lambda: loop.call_later(1, "x"))
            work = coroutine()
            attempt(lambda: loop.call_soon(work))
            await work
    loop.set_debug(True)
    show(loop.call_soon(callback, 1, "text"))
    show(loop.call_soon(callback))
    show(loop.call_later(0.5, callback, 2))
    future = asyncio.Future(loop=loop)
    show(future)
    future.add_done_callback(callback)
    show(future)
    future.set_result([1, 2])
    show(future)
    task = loop.create_task(coroutine(), name="made here")
    show(task)
    await task
    show(task)
    handle = loop.call_soon(callback, "x" * 100)
    show(handle)
    await asyncio.sleep(1)
    loop.set_debug(False)
    show(loop.call_soon(callback, 3))
    show(asyncio.Future())
    await asyncio.sleep(0)

asyncio.run(main())
