# A future gives itself once to whoever iterates over it, and wants an await then; an __await__ may hand on its
# iterator, or drive it by hand.
import asyncio
import types


class Delegating:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return (yield from self.future)


class DelegatingToAwait(Delegating):
    def __await__(self):
        return (yield from self.future.__await__())


class Handing(Delegating):
    def __await__(self):
        return self.future.__await__()


class HandingIterator(Delegating):
    def __await__(self):
        return iter(self.future)


class Driving(Delegating):
    def __await__(self):
        iterator = self.future.__await__()
        while True:
            try:
                given = next(iterator)
            except StopIteration as stop:
                return stop.value
            print("given the future:", given is self.future)
            yield given


@types.coroutine
def old_style(future):
    result = yield from future
    return result


def refused(what):
    try:
        print(what())
    except RuntimeError as error:
        print("RuntimeError:", error)


async def main():
    loop = asyncio.get_running_loop()
    for kind in Delegating, DelegatingToAwait, Handing, HandingIterator, Driving:
        future = loop.create_future()
        loop.call_later(0.1, future.set_result, kind.__name__)
        print(await kind(future), loop.time())
        print(await kind(future))
    future = loop.create_future()
    loop.call_later(0.1, future.set_result, "old")
    print(await old_style(future))
    failing = loop.create_future()
    loop.call_later(0.1, failing.set_exception, KeyError("k"))
    try:
        await Delegating(failing)
    except KeyError as error:
        print(repr(error))

    for given in loop.create_future():
        print(type(given))
        break
    task = asyncio.create_task(asyncio.sleep(1, "slept"))
    refused(lambda: list(task))
    refused(lambda: [*task])
    refused(lambda: "x" in loop.create_future())
    refused(lambda: dict(loop.create_future()))
    try:
        first, second = loop.create_future()
    except RuntimeError as error:
        print("RuntimeError:", error)
    other = asyncio.create_task(asyncio.sleep(0.5, "other"))
    print(await other, list(other))
    try:
        next(iter(other))
    except StopIteration as stop:
        print(repr(stop))
    print(type(iter(other)), type(other.__await__()))

    future = loop.create_future()
    iterator = future.__await__()
    print(iterator.send(None) is future)
    try:
        iterator.throw(ValueError("thrown"))
    except ValueError as error:
        print(repr(error))
    future.note = "a future takes attributes"
    print(future.note)


asyncio.run(main())
