# Groups, timeouts and shields around each other: who gets which error, and which requests to cancel are left.
import asyncio


async def job(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cancelled", name)
        raise
    if error is not None:
        raise error
    print("done", name)
    return name


def shown(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}[{', '.join(shown(each) for each in error.exceptions)}]"
    return repr(error)


async def timeout_inside():
    async with asyncio.TaskGroup() as group:
        group.create_task(job("sibling", 1))
        try:
            async with asyncio.timeout(0.1):
                await job("slow", 5)
        except TimeoutError:
            print("caught inside")
    return "both"


async def timeout_outside_with_failure():
    async with asyncio.timeout(1):
        async with asyncio.TaskGroup() as group:
            group.create_task(job("fails", 0.1, ValueError("early")))
            group.create_task(job("late", 5))


async def shielded():
    keep = asyncio.create_task(job("kept", 0.3))

    async def wait_shielded():
        await asyncio.shield(keep)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait_shielded())
            group.create_task(job("fails", 0.1, KeyError("k")))
    except BaseExceptionGroup as error:
        print(shown(error))
    return await keep


async def refuses_to_end():
    async def stubborn():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("not yet")
            await asyncio.sleep(0.5)
            return "ended by itself"

    async with asyncio.TaskGroup() as group:
        task = group.create_task(stubborn())
        group.create_task(job("fails", 0.1, OSError("disk")))
    return task


async def cancelled_twice():
    async def inside():
        async with asyncio.TaskGroup() as group:
            async def slow_to_end():
                try:
                    await asyncio.sleep(5)
                finally:
                    await asyncio.sleep(0.5)
                    print("ended slowly")
            group.create_task(slow_to_end())
            await asyncio.sleep(5)

    task = asyncio.create_task(inside())
    await asyncio.sleep(0.1)
    task.cancel("first")
    await asyncio.sleep(0.1)
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as error:
        return repr(error), task.cancelling()


async def main():
    for body in (timeout_inside, timeout_outside_with_failure, shielded, refuses_to_end, cancelled_twice):
        print("--", body.__name__)
        try:
            print("result", await body())
        except BaseException as error:
            print("raised", shown(error))
        print("requests to cancel:", asyncio.current_task().cancelling())


asyncio.run(main())
