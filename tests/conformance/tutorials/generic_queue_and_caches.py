import asyncio, random, itertools, functools, collections, time, datetime, string
from typing import *
random.seed(7)
T = TypeVar("T")
class AsyncQueue(Generic[T]):
    def __init__(self) -> None:
        self._q: Deque[T] = collections.deque()
        self._ev = asyncio.Event()
    async def put(self, x: T) -> None:
        self._q.append(x); self._ev.set()
    async def get(self) -> T:
        while not self._q:
            self._ev.clear(); await self._ev.wait()
        return self._q.popleft()
async def aenumerate(ait, start=0):
    c = itertools.count(start)
    async for x in ait: yield next(c), x
async def rnd(n):
    for _ in range(n):
        await asyncio.sleep(random.random())
        yield random.choice(string.ascii_lowercase)
@functools.lru_cache(maxsize=None)
def fib(n: int) -> int: return n if n < 2 else fib(n-1) + fib(n-2)
def async_cache(fn):
    cache: Dict[tuple, asyncio.Task] = {}
    @functools.wraps(fn)
    async def w(*a):
        if a not in cache: cache[a] = asyncio.ensure_future(fn(*a))
        return await cache[a]
    return w
@async_cache
async def slow(x):
    print("slow", x); await asyncio.sleep(1); return x * x
async def main():
    q: AsyncQueue[int] = AsyncQueue[int]()
    async def prod():
        for i in range(3): await asyncio.sleep(.1); await q.put(i)
    async def cons(): return [await q.get() for _ in range(3)]
    print(await asyncio.gather(prod(), cons()))
    async for i, ch in aenumerate(rnd(3), 1): print(i, ch)
    print(fib(50), fib.cache_info())
    t = time.perf_counter()
    print(await asyncio.gather(slow(2), slow(2), slow(3)), round(time.perf_counter() - t, 3))
    print(collections.Counter("".join([ch async for ch in rnd(20)])).most_common(3))
    start = datetime.datetime(2024, 1, 31)
    print([str((start + datetime.timedelta(days=d)).date()) for d in (0, 1, 30)], datetime.datetime.now().isoformat())
asyncio.run(main())
