import asyncio

async def ok(n, seconds):
    try:
        await asyncio.sleep(seconds)
        print("ok", n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def bad(n, seconds, error=ValueError):
    await asyncio.sleep(seconds)
    print("bad", n)
    raise error(n)

def shown(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}({error.message!r}, {[shown(e) for e in error.exceptions]})"
    return repr(error)

async def attempt(label, body):
    print("--", label)
    try:
        print("result", await body())
    except BaseException as error:
        print("raised", shown(error), asyncio.current_task().cancelling())

async def all_well():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(ok(n, 0.1 * n), name=f"job {n}") for n in range(3)]
        print(group, tasks[1].get_name())
    return [t.result() for t in tasks]

async def one_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(ok(1, 1))
        group.create_task(bad(2, 0.1))
        await asyncio.sleep(5)
        print("never")

async def two_fail_together():
    async with asyncio.TaskGroup() as group:
        group.create_task(bad(1, 0.1))
        group.create_task(bad(2, 0.1, KeyError))

async def body_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(ok(1, 1))
        await asyncio.sleep(0.1)
        raise TypeError("body")

async def body_and_child_fail():
    async def stubborn():
        try:
            await asyncio.sleep(1)
        finally:
            raise RuntimeError("in cleanup")
    async with asyncio.TaskGroup() as group:
        group.create_task(stubborn())
        await asyncio.sleep(0.1)
        raise TypeError("body")

async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(ok("outer", 1))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(ok("inner", 1))
            inner.create_task(bad("inner", 0.1))

async def nested_outer_fails():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(bad("outer", 0.1))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(ok("inner", 1))

async def grows():
    async with asyncio.TaskGroup() as group:
        async def parent(depth):
            if depth:
                group.create_task(parent(depth - 1))
            await asyncio.sleep(0.01)
            print("depth", depth)
        group.create_task(parent(3))

async def cancelled_from_outside():
    async def inside():
        async with asyncio.TaskGroup() as group:
            group.create_task(ok(1, 1))
            await asyncio.sleep(10)
    task = asyncio.create_task(inside())
    await asyncio.sleep(0.1)
    task.cancel("please")
    try:
        await task
    except asyncio.CancelledError as error:
        return repr(error)

async def cancelled_and_failing():
    async def inside():
        async with asyncio.TaskGroup() as group:
            group.create_task(bad(1, 0.1))
            try:
                await asyncio.sleep(10)
            finally:
                asyncio.current_task().cancel()
    task = asyncio.create_task(inside())
    try:
        await task
    except BaseException as error:
        return shown(error)

async def misuse():
    group = asyncio.TaskGroup()
    coro = ok(1, 0)
    try:
        group.create_task(coro)
    except RuntimeError as error:
        print(error)
    async with group:
        pass
    for again in (lambda: group.create_task(ok(2, 0)), ):
        try:
            again()
        except RuntimeError as error:
            print(error)
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)

async def with_timeout():
    async with asyncio.timeout(0.1):
        async with asyncio.TaskGroup() as group:
            group.create_task(ok(1, 1))

async def exit_wins():
    async with asyncio.TaskGroup() as group:
        group.create_task(ok(1, 0.1))
        raise KeyboardInterrupt("stop")

async def main():
    for body in (all_well, one_fails, two_fail_together, body_fails, body_and_child_fail, nested, nested_outer_fails,
                 grows, cancelled_from_outside, cancelled_and_failing, misuse, with_timeout, exit_wins):
        await attempt(body.__name__, body)

asyncio.run(main())
