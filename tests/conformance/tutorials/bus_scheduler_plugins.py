import asyncio
import time
from abc import ABC, abstractmethod
from collections import namedtuple, OrderedDict
from typing import NamedTuple, Protocol, TypedDict, List, Dict
import json
import heapq
import itertools
from functools import partial, reduce, lru_cache, singledispatch

Result = namedtuple("Result", "url status elapsed")

class Event(NamedTuple):
    name: str
    payload: dict = {}

class Handler(Protocol):
    async def __call__(self, event: Event) -> None: ...

class EventBus:
    def __init__(self):
        self.handlers: Dict[str, List[Handler]] = {}
    def on(self, name):
        def register(fn):
            self.handlers.setdefault(name, []).append(fn)
            return fn
        return register
    async def emit(self, name, **payload):
        e = Event(name, payload)
        return await asyncio.gather(*(h(e) for h in self.handlers.get(name, [])))

bus = EventBus()

@bus.on("user.created")
async def send_mail(e):
    await asyncio.sleep(0.2)
    print("mail", e.payload)
    return "mail"

@bus.on("user.created")
async def audit(e):
    print("audit", e)
    return "audit"

class Scheduler:
    def __init__(self):
        self.heap = []
        self.counter = itertools.count()
    def add(self, delay, prio, name):
        heapq.heappush(self.heap, (delay, prio, next(self.counter), name))
    async def run(self):
        t = 0
        while self.heap:
            delay, prio, c, name = heapq.heappop(self.heap)
            await asyncio.sleep(max(0, delay - t))
            t = delay
            print(f"{t:.1f} {name} (prio={prio}, seq={c})")

class Plugin(ABC):
    registry = {}
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[cls.__name__.lower()] = cls
    @abstractmethod
    async def process(self, x): ...

class Double(Plugin):
    async def process(self, x): return x * 2
class Square(Plugin):
    async def process(self, x): return x ** 2

class LRU:
    def __init__(self, cap):
        self.cap, self.d = cap, OrderedDict()
    async def get(self, k, loader):
        if k in self.d:
            self.d.move_to_end(k)
            return self.d[k]
        v = self.d[k] = await loader(k)
        if len(self.d) > self.cap:
            print("evict", self.d.popitem(last=False))
        return v

async def main():
    print(await bus.emit("user.created", id=1, name="kim"))
    s = Scheduler()
    for d, p, n in [(0.3, 1, "c"), (0.1, 5, "a"), (0.1, 1, "b")]:
        s.add(d, p, n)
    await s.run()
    for name, cls in Plugin.registry.items():
        print(name, await cls().process(7))
    try:
        Plugin()
    except TypeError as e:
        print(e)
    cache = LRU(2)
    async def load(k):
        await asyncio.sleep(0.01)
        return k.upper()
    for k in "abac":
        await cache.get(k, load)
    print(cache.d)
    rs = [Result(f"http://x/{i}", 200 if i % 2 else 404, i / 10) for i in range(4)]
    for ok, grp in itertools.groupby(sorted(rs, key=lambda r: r.status), key=lambda r: r.status == 200):
        print(ok, [r.url for r in grp])
    print(json.dumps([r._asdict() for r in rs[:2]], indent=1))
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, partial(print, "later", sep="|", end="!\n"), "x")
    await asyncio.sleep(0.2)
    print(reduce(lambda a, r: a + r.elapsed, rs, 0.0))
asyncio.run(main())
