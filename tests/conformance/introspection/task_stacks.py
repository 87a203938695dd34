# Where a task stands: get_stack, print_stack, and what its coroutine says of itself.
import asyncio
import sys

class Masked:
    """A stream that shows no places of this machine."""
    def write(self, text):
        sys.stdout.write(text.replace(__file__, "FILE"))

out = Masked()

async def inner(seconds):
    label = "in inner"
    await asyncio.sleep(seconds)
    return label

async def work(seconds):
    answer = 42
    text = await inner(seconds)
    return answer, text

async def fails(depth):
    if depth:
        await fails(depth - 1)
    raise ValueError("deep\nand on two lines")

def state(coroutine):
    return (coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame is not None,
            getattr(coroutine.cr_await, "__name__", coroutine.cr_await), coroutine.cr_origin)

async def looks_at_itself():
    me = asyncio.current_task().get_coro()
    print("running", state(me))
    await asyncio.sleep(0)

async def main():
    task = asyncio.create_task(work(1), name="worker")
    coroutine = task.get_coro()
    print("new", state(coroutine), len(task.get_stack()), task.get_stack()[0].f_lineno)
    await asyncio.sleep(0)
    print("waits", state(coroutine))
    frame, = task.get_stack()
    print(frame.f_lineno, frame.f_code.co_name, frame.f_locals, frame.f_globals is globals(), frame.f_back)
    print(repr(frame).replace(__file__, "FILE").split(", ", 1)[1])
    print(coroutine.cr_code.co_name, coroutine.cr_frame.f_lineno, state(coroutine.cr_await))
    print(coroutine.cr_await.cr_frame.f_locals)
    task.print_stack(file=out)
    print(task.get_stack(limit=0), len(task.get_stack(limit=5)))
    await task
    print("done", state(coroutine), task.get_stack())
    task.print_stack(file=out)

    failed = asyncio.create_task(fails(2), name="failed")
    await asyncio.wait([failed])
    print([frame.f_lineno for frame in failed.get_stack()], [frame.f_locals for frame in failed.get_stack()])
    print([frame.f_lineno for frame in failed.get_stack(limit=1)])
    failed.print_stack(file=out)
    failed.print_stack(limit=2, file=out)
    print(state(failed.get_coro()), repr(failed.exception()))

    stopped = asyncio.create_task(work(1), name="stopped")
    await asyncio.sleep(0)
    stopped.cancel()
    await asyncio.wait([stopped])
    print(stopped.get_stack())
    stopped.print_stack(file=out)
    await asyncio.create_task(looks_at_itself())
    never = work(1)
    print("never run", state(never))
    never.close()
    print("closed", state(never))

asyncio.run(main())
