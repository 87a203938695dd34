import types, asyncio, inspect, functools, contextlib, logging, sys
@types.coroutine
def spin():
    x = yield "y"
    return x
async def co(): return await spin()
c = co(); print(c.send(None))
try: c.send(5)
except StopIteration as e: print(e.value)
@types.coroutine
def tick(): yield
async def main():
    await tick(); print("ticked")
    print(inspect.isawaitable(tick()))
asyncio.run(main())
def task(n):
    while n:
        print(n); yield; n -= 1
from collections import deque
q = deque([task(2), task(1)])
while q:
    t = q.popleft()
    try: next(t); q.append(t)
    except StopIteration: pass
class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return 3
async def m2(): print(await Awaitable(), isinstance(Awaitable(), __import__("collections.abc").abc.Awaitable))
asyncio.run(m2())
print(functools.wraps, contextlib.suppress.__name__, logging.INFO)
@functools.lru_cache(maxsize=32)
async def once(): return 1
async def m3():
    print(await once())
    try: await once()
    except RuntimeError as e: print(e)
asyncio.run(m3())
class Ctx(contextlib.AbstractAsyncContextManager):
    async def __aexit__(self, *a): print("bye", a[0])
async def m4():
    async with Ctx() as c: print(type(c).__name__)
    async with contextlib.AsyncExitStack() as s:
        s.push_async_exit(Ctx())
        await s.enter_async_context(contextlib.nullcontext(1)) if False else None
        raise_ = False
    @contextlib.asynccontextmanager
    async def tr():
        try: yield 1
        except asyncio.CancelledError: print("cancelled inside"); raise
    async def w():
        async with tr(): await asyncio.sleep(10)
    t = asyncio.create_task(w()); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print("out")
asyncio.run(m4())
from typing import *
x: "list[int]" = []
def g(a: Annotated[int, 3]) -> Generator[int, None, str]: yield 1
print(g.__annotations__)
class Node(Generic[TypeVar("Q")]): pass
print(Node, Node.__mro__)
match {"a": 1}:
    case {"a": int(v), **rest}: print(v, rest)
print([*zip("ab", range(2), strict=True)])
print(sys.version_info >= (3, 8), sys.version.split()[0])
