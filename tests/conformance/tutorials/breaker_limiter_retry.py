import asyncio
from contextlib import asynccontextmanager, AsyncExitStack
from dataclasses import dataclass, field
from enum import Enum, auto
from collections import deque, defaultdict, Counter
from typing import Optional, Callable, Awaitable, Any
import time

class CircuitState(Enum):
    CLOSED = auto()
    OPEN = auto()
    HALF_OPEN = auto()

class CircuitOpenError(Exception):
    pass

@dataclass
class CircuitBreaker:
    failure_threshold: int = 3
    recovery_timeout: float = 1.0
    state: CircuitState = CircuitState.CLOSED
    failures: int = field(default=0, init=False)
    opened_at: Optional[float] = None

    async def call(self, func: Callable[..., Awaitable[Any]], *args):
        if self.state is CircuitState.OPEN:
            if time.monotonic() - self.opened_at > self.recovery_timeout:
                self.state = CircuitState.HALF_OPEN
            else:
                raise CircuitOpenError(f"open since {self.opened_at}")
        try:
            result = await func(*args)
        except Exception as e:
            self.failures += 1
            if self.failures >= self.failure_threshold:
                self.state = CircuitState.OPEN
                self.opened_at = time.monotonic()
            raise
        self.failures = 0
        self.state = CircuitState.CLOSED
        return result

class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.calls = deque()
    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        now = loop.time()
        while self.calls and now - self.calls[0] >= self.per:
            self.calls.popleft()
        if len(self.calls) >= self.rate:
            await asyncio.sleep(self.per - (now - self.calls[0]))
            self.calls.popleft()
        self.calls.append(loop.time())
        return self
    async def __aexit__(self, *exc):
        return False

def retry(times=3, delay=0.1, exceptions=(Exception,)):
    from functools import wraps
    def deco(fn):
        @wraps(fn)
        async def wrapper(*a, **k):
            last = None
            for attempt in range(1, times + 1):
                try:
                    return await fn(*a, **k)
                except exceptions as e:
                    last = e
                    print(f"[{fn.__name__}] attempt {attempt} failed: {e!r}")
                    await asyncio.sleep(delay * 2 ** (attempt - 1))
            raise last
        return wrapper
    return deco

n = 0
@retry(times=4, exceptions=(ConnectionError,))
async def flaky():
    global n
    n += 1
    if n < 3:
        raise ConnectionError(f"no {n}")
    return "ok"

@asynccontextmanager
async def pool(size):
    q = asyncio.Queue()
    for i in range(size):
        q.put_nowait(f"conn-{i}")
    @asynccontextmanager
    async def acquire():
        c = await q.get()
        try:
            yield c
        finally:
            q.put_nowait(c)
    try:
        yield acquire
    finally:
        print("pool closed with", q.qsize())

async def main():
    print(await flaky())
    cb = CircuitBreaker()
    async def bad(): raise ValueError("bad")
    async def good(): return 42
    for _ in range(4):
        try:
            await cb.call(bad)
        except (ValueError, CircuitOpenError) as e:
            print(type(e).__name__, e, cb.state)
    await asyncio.sleep(1.5)
    print(await cb.call(good), cb)
    rl = RateLimiter(2, 1.0)
    t0 = time.monotonic()
    async def job(i):
        async with rl:
            print(f"job {i} at {time.monotonic() - t0:.1f}")
    for i in range(5):
        await job(i)
    stats = defaultdict(Counter)
    async with pool(2) as acquire:
        async def use(i):
            async with acquire() as c:
                stats[c]["used"] += 1
                await asyncio.sleep(0.1)
        await asyncio.gather(*(use(i) for i in range(5)))
    print(dict(stats))
asyncio.run(main())
