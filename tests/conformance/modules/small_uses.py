import asyncio, logging, sys, io
from contextlib import *
# more of typical mistakes and outputs
from collections import namedtuple, deque
import functools
P = namedtuple("P", ["x", "y"])
print(P.__new__.__defaults__, P._fields, P(1, 2)._asdict(), P(*[3, 4]), P(**{"x": 1, "y": 2}))
try: P(1, 2).x = 5
except AttributeError as e: print(e)
print(P(1, 2) < P(1, 3), P(1, 2) + (3,), len(P(1, 2)), P(1, 2).index(2), [f"{a}{b}" for a, b in [P(1, 2)]])
import enum
class Color(enum.Enum):
    RED = 1
    def __str__(self): return self.name.lower()
    __repr__ = __str__
print(Color.RED, [Color.RED], f"{Color.RED}", f"{Color.RED!r:>5}", Color.RED.__class__.__name__)
class Temp(float, enum.Enum):
    HOT = 30.5
print(Temp.HOT, Temp.HOT + 1, Temp.HOT.value, repr(Temp.HOT))
class Tup(tuple, enum.Enum):
    A = (1, 2)
print(Tup.A, Tup.A[0], Tup.A.value)
class Cmd(str, enum.Enum):
    GO = "go"
    def describe(self): return f"{self} {self.value} {self.upper()}"
print(Cmd.GO.describe(), Cmd("go") is Cmd.GO, {Cmd.GO: 1}["go"], Cmd.GO.__members__ if False else "")
try: Color.__new__(Color, 3)
except ValueError as e: print(e)
try:
    class Dup(enum.Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
print(enum.Enum("Dyn", "A B", start=0)(0), Color.__doc__, Color.__module__, Color.RED.__doc__)
@enum.verify(enum.UNIQUE)
class U(enum.Enum):
    A = 1
@functools.wraps(print)
def w(): pass
print(w.__name__, w.__wrapped__ is print)
def deco(n=1):
    def d(f):
        @functools.wraps(f)
        def i(*a, **k): return f(*a, **k) * n
        return i
    return d
@deco(n=3)
def f(x: int = 2) -> int: "doc"; return x
print(f(), f.__doc__, f.__name__, f.__wrapped__(), f.__annotations__)
class Pool:
    def __init__(self): self.free = deque(range(3)); self.cv = asyncio.Condition()
    @asynccontextmanager
    async def take(self):
        async with self.cv:
            while not self.free: await self.cv.wait()
            r = self.free.popleft()
        try: yield r
        finally:
            async with self.cv:
                self.free.append(r); self.cv.notify()
async def main():
    p = Pool()
    async def use(i):
        async with p.take() as r:
            await asyncio.sleep(0.1); return i, r
    print(await asyncio.gather(*map(use, range(6))), p.free)
    buf = io.StringIO()
    with redirect_stdout(buf):
        print("x"); sys.stdout.write("y\n")
        await asyncio.sleep(0)
    print(buf.getvalue().split())
    h = logging.StreamHandler(buf); lg = logging.getLogger("q"); lg.addHandler(h); lg.setLevel(10); lg.propagate = False
    lg.debug("d %s", 1); print(buf.getvalue()[4:].strip())
asyncio.run(main())
import string, random
random.seed(5); print("".join(random.choices(string.ascii_letters + string.digits, k=8)), random.sample(range(10), 3), random.gauss(0, 1))
print(functools.partial(f, 3), functools.partial(f, 3)()) if False else None
import datetime
d = datetime.datetime(2024, 2, 29, 13, 5)
print(d.strftime("%I:%M %p, %b %d %Y %a %y %j %-d" if False else "%I:%M %p, %b %d %Y %a %y %j"), d.replace(tzinfo=datetime.timezone.utc).isoformat(), d.date() == datetime.date(2024, 2, 29), (d + datetime.timedelta(days=366)).isoformat())
print(datetime.datetime.strptime("2024-01-01", "%Y-%m-%d") < d, d.isocalendar().week, d.hour, d.min if False else d.minute)
raise SystemExit(functools.reduce(lambda a, b: a + b, [1, 2]))
