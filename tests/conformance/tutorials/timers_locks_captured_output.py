import asyncio
import functools
import time
import contextlib
import sys
import io

class AsyncTimer:
    def __init__(self, name): self.name = name
    async def __aenter__(self):
        self.t = asyncio.get_running_loop().time(); return self
    async def __aexit__(self, et, ev, tb):
        print(f"{self.name}: {asyncio.get_running_loop().time() - self.t:.3f}s", et.__name__ if et else "ok")
        return et is ZeroDivisionError

def synchronized(lock_name):
    def deco(f):
        @functools.wraps(f)
        async def inner(self, *args, **kwargs):
            async with getattr(self, lock_name):
                return await f(self, *args, **kwargs)
        return inner
    return deco

class Account:
    def __init__(self, b): self.b = b; self.lock = asyncio.Lock()
    @synchronized("lock")
    async def withdraw(self, n):
        if self.b >= n:
            await asyncio.sleep(0.1); self.b -= n; return True
        return False

@contextlib.contextmanager
def captured():
    old, sys.stdout = sys.stdout, io.StringIO()
    try: yield sys.stdout
    finally: sys.stdout = old

async def main():
    async with AsyncTimer("a"): await asyncio.sleep(0.25)
    async with AsyncTimer("b"): 1 / 0
    acc = Account(100)
    print(await asyncio.gather(*[acc.withdraw(40) for _ in range(4)]), acc.b)
    with captured() as out:
        print("inside", 1, sep="-")
        print([1, 2])
    print(repr(out.getvalue()))
    async with contextlib.AsyncExitStack() as st:
        for n in "xyz": await st.enter_async_context(AsyncTimer(n))
        await asyncio.sleep(0.1)
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(1), 0.1)
    print(Account.withdraw.__name__, Account.withdraw.__qualname__)
    @functools.singledispatch
    def ser(x): return str(x)
    @ser.register(list)
    def _(x): return "[" + ",".join(map(ser, x)) + "]"
    @ser.register
    def _(x: float): return f"{x:.1f}"
    print(ser([1, 2.345, [None]]))
    part = functools.partial(asyncio.sleep, 0.1, result="slept")
    print(await part(), await asyncio.gather(*(part() for _ in range(2))))
asyncio.run(main())
