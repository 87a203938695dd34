# TaskGroup with except*: the errors of its tasks, by kind.
import asyncio


class NetworkError(Exception):
    pass


async def fail(delay, error):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled before", repr(error))
        raise
    raise error


async def cleanup_fails(error):
    try:
        await asyncio.sleep(10)
    finally:
        raise error


async def by_kind():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(0.1, NetworkError("down")))
            group.create_task(fail(0.1, ValueError("bad")))
            group.create_task(fail(0.2, ValueError("late")))
            group.create_task(cleanup_fails(KeyError("cleanup")))
    except* NetworkError as e:
        print("network:", e.exceptions)
        await asyncio.sleep(0.1)
        print("waited in the clause")
    except* ValueError as e:
        print("values:", e.exceptions)
    except* KeyError as e:
        print("keys:", e.exceptions)
    print("by kind ends")


async def rest_goes_on():
    try:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail(0, ValueError("v")))
                group.create_task(fail(0, TypeError("t")))
        except* TypeError as e:
            print("handled", repr(e))
    except* ValueError as e:
        print("outer", repr(e))


async def nested_groups():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(cleanup_fails(OSError("outer")))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(0.1, ValueError("inner")))
                inner.create_task(fail(0.1, TypeError("inner")))
    except* (ValueError, OSError) as e:
        print(repr(e))
        for each in e.exceptions:
            print(" ", repr(each))
    except* TypeError as e:
        print(repr(e))


async def timeout_is_naked():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except* TimeoutError as e:
        print(repr(e))


async def cancelled_inside():
    async def body():
        try:
            await asyncio.sleep(1)
        except* asyncio.CancelledError as e:
            print(repr(e))
            raise

    task = asyncio.create_task(body())
    await asyncio.sleep(0)
    task.cancel("stop")
    try:
        await task
    except BaseException as e:
        print("task raised", repr(e), task.cancelled())


async def in_generators():
    async def numbers():
        try:
            yield 1
            yield 2
        except* ValueError as e:
            print("in generator", e.exceptions)
            yield 3

    generator = numbers()
    print(await anext(generator))
    print(await generator.athrow(ValueError("thrown")))
    print([n async for n in generator])


async def main():
    for each in by_kind, rest_goes_on, nested_groups, timeout_is_naked, cancelled_inside, in_generators:
        print(each.__name__)
        await each()
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(0.1, NetworkError("uncaught")))


asyncio.run(main())
