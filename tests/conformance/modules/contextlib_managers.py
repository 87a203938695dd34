import asyncio
import contextlib
import io
from contextlib import AsyncExitStack, ContextDecorator, ExitStack, aclosing, asynccontextmanager, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("seen", error)
    finally:
        print(f"</{name}>")


with tag("h1") as t:
    print(t)
with tag("h2"):
    raise ValueError("inside")
try:
    with tag("h3"):
        raise KeyError("k")
except KeyError as error:
    print("KeyError", error)


@tag("deco")
def f(x):
    print("f", x)
    return x + 1


print(f(1), f(2), f.__name__)


@contextmanager
def empty():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for make in (empty, twice):
    try:
        with make():
            print("body")
    except RuntimeError as error:
        print(error)
try:
    with twice():
        raise ValueError("x")
except Exception as error:
    print(type(error).__name__, error)
try:
    with tag("stop"):
        raise StopIteration("s")
except StopIteration as error:
    print("StopIteration", error)


@asynccontextmanager
async def connection(name):
    print("connect", name)
    await asyncio.sleep(0.1)
    try:
        yield name
    finally:
        await asyncio.sleep(0.1)
        print("close", name)


class Resource:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, *exc):
        print("exit", self.name, exc[0].__name__ if exc[0] else None)
        return self.name == "swallow"

    def close(self):
        print("closing", self.name)


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("numbers closed")


async def main():
    async with connection("db") as c:
        print("using", c)
    try:
        async with connection("bad"):
            raise RuntimeError("oops")
    except RuntimeError as error:
        print("RuntimeError", error)
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(connection(n)) for n in ("a", "b")]
        stack.enter_context(Resource("r"))
        stack.push_async_callback(asyncio.sleep, 0.01)
        stack.callback(print, "callback", end="!\n")
        print(names)
    async with aclosing(numbers()) as ns:
        async for n in ns:
            if n == 2:
                break
    async with nullcontext(5) as five:
        print(five)

    @connection("deco")
    async def work():
        print("work")

    await work()
    try:
        async with asyncio.timeout(0.05):
            async with connection("slow"):
                pass
    except TimeoutError:
        print("timeout")
    try:
        async with 3:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())

with suppress(KeyError, ZeroDivisionError):
    {}["x"]
    print("not here")
with suppress():
    print("fine")
with closing(Resource("c")) as r:
    print(r.name)
with nullcontext("n") as n:
    print(n)
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("hidden")
print("shown", repr(buffer.getvalue()))

with ExitStack() as stack:
    for n in ("one", "two"):
        stack.enter_context(Resource(n))
    stack.push(lambda *exc: print("pushed", exc[0]))
    stack.callback(print, "called")
with ExitStack() as stack:
    stack.enter_context(Resource("swallow"))
    stack.enter_context(Resource("inner"))
    raise ValueError("lost")
with ExitStack() as stack:
    stack.enter_context(Resource("moved"))
    kept = stack.pop_all()
print("before close")
kept.close()
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))
try:
    ExitStack().enter_context(3)
except TypeError as error:
    print(error)


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop")
        return False


@Timer()
def g():
    print("g")


g()
print(isinstance(Resource("x"), contextlib.AbstractContextManager), issubclass(Timer, contextlib.AbstractAsyncContextManager))
