# await: as a part of any expression; what can be awaited; what goes through.
import asyncio


async def value(x, delay=0):
    await asyncio.sleep(delay)
    return x


class Awaitable:
    def __init__(self, x):
        self.x = x

    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return self.x


class Immediate:
    def __await__(self):
        return iter(())


class Returns:
    def __await__(self):
        return "value"
        yield


async def order():
    log = []

    async def t(x):
        log.append(x)
        await asyncio.sleep(0)
        return x

    result = [await t(1), (await t(2)) + (await t(3)), {await t("k"): await t("v")}, f"{await t(4)}", await t(0) or await t(5)]
    result.append(await t(6) if await t(7) else await t(8))
    result.append((await t([10, 20]))[await t(1)])
    return result, log


async def main():
    print(await value(1) + await value(2) * await value(3), -await value(4), await value(2) ** 3, not await value(0))
    print(await Awaitable("a"), await Immediate(), await Returns())
    print(await order())
    print([await value(x) for x in range(3)], {await value("k"): await value("v")}, (await value("abc"))[1])
    if await value(True) and not await value(False):
        print("condition")
    while (n := await value(3)) < 2:
        pass
    print(n)
    x, y = await value((1, 2))
    print(x, y)
    print(await (await value(value("nested"))))
    task = asyncio.create_task(value("task", 0.1))
    print(await task, await task, task.result())
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.1, future.set_result, "future")
    print(await future)
    for bad in (5, None, "x", [], value, Awaitable, asyncio, (x for x in [])):
        try:
            await bad
        except TypeError as error:
            print(error)
    coroutine = value("once")
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)

    class BadAwait:
        def __await__(self):
            return 5

    class Coroutine:
        def __await__(self):
            return value(1)

    for bad in (BadAwait(), Coroutine()):
        try:
            await bad
        except TypeError as error:
            print(error)

    async def raises():
        await asyncio.sleep(0)
        raise KeyError("through")

    try:
        print(await value(1), await raises(), await value(2))
    except KeyError as error:
        print(repr(error))
    try:
        await asyncio.wait_for(value(1, 5), 0.1)
    except TimeoutError:
        print("timeout")
    f = lambda: value("lambda")
    print(await f())
    print(await asyncio.gather(*[value(i, 0.3 - i / 10) for i in range(3)]))
    return "end"


print(asyncio.run(main()))
