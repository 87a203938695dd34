# asyncio.to_thread: blocking calls wait side by side while the loop goes on; arguments, results, errors, context.
import asyncio
import contextvars
import time

user = contextvars.ContextVar("user", default="nobody")


def block(seconds, *, label):
    time.sleep(seconds)
    return f"{label} after {seconds}, for {user.get()}"


def set_in_thread():
    user.set("changed")
    return user.get()


def fail(seconds):
    time.sleep(seconds)
    raise LookupError(f"failed after {seconds}")


async def ticks(count):
    for tick in range(count):
        print(f"{clock():.3f} tick {tick}")
        await asyncio.sleep(0.1)


async def main():
    global clock
    loop = asyncio.get_running_loop()
    start = loop.time()
    clock = lambda: loop.time() - start
    user.set("Mina")
    ticking = asyncio.create_task(ticks(5))
    print(await asyncio.gather(asyncio.to_thread(block, 0.3, label="a"), asyncio.to_thread(block, 0.25, label="b")))
    print(f"{clock():.3f}")
    print(await asyncio.to_thread(set_in_thread), user.get())
    await ticking
    try:
        await asyncio.to_thread(fail, 0.05)
    except LookupError as error:
        print(f"{clock():.3f} {error!r}")
    print(await asyncio.gather(asyncio.to_thread(fail, 0.02), asyncio.to_thread(len, "abc"), return_exceptions=True))
    try:
        await asyncio.to_thread(block)
    except TypeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.to_thread(print).send(None)
except RuntimeError as error:
    print(error)
