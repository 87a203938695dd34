import dataclasses, enum, typing, functools, asyncio, collections
from dataclasses import dataclass, field
@dataclass
class A:
    x: int
    @property
    def double(self): return self.x * 2
    @classmethod
    def make(cls, n): return cls(n)
    @staticmethod
    def s(): return 1
class Color(enum.Enum):
    RED = "r"
    @property
    def hex(self): return f"#{self.value}"
@dataclass(order=True)
class Prio:
    sort_index: int = field(init=False, repr=False)
    name: str
    w: int
    def __post_init__(self): self.sort_index = -self.w
print(A.make(2).double, A.s(), Color.RED.hex, sorted([Prio("a", 1), Prio("b", 5)]))
@dataclass
class G(typing.Generic[typing.TypeVar("T")]):
    v: typing.Any = None
print(G(3), G[int](4))
@dataclass
class WithEnum:
    c: Color = Color.RED
    d: dict[str, int] = field(default_factory=dict)
print(WithEnum(), dataclasses.asdict(WithEnum(d={"a": 1})))
@dataclass
class Parent:
    async def run(self): await asyncio.sleep(0); return type(self).__name__
@dataclass
class Child(Parent):
    n: int = 1
print(asyncio.run(Child().run()), Child())
try:
    @dataclass
    class Bad:
        d: dict = {}
except ValueError as e: print(e)
class Meta(type):
    def __instancecheck__(cls, o): return True
class Any2(metaclass=Meta): pass
print(isinstance(3, Any2))
@functools.total_ordering
@dataclass(eq=True)
class V:
    major: int
    def __lt__(self, o): return self.major < o.major
print(V(1) <= V(2), V(3) > V(2))
def outer():
    @dataclass
    class Local: a: int
    return Local(1)
print(outer())
@dataclass(slots=True, frozen=True)
class SF:
    a: int = 3
try: SF().a = 4
except dataclasses.FrozenInstanceError as e: print(e)
try: SF().b = 4
except Exception as e: print(type(e).__name__, e)
@dataclass(slots=True)
class Base2:
    x: int
@dataclass(slots=True)
class Der2(Base2):
    y: int = 0
    def total(self): return self.x + self.y
print(Der2(1, 2).total(), Der2.__slots__)
class P(typing.Protocol):
    x: int
class T1(typing.NamedTuple):
    a: int
    b: "T1 | None" = None
    def sum(self): return self.a + (self.b.sum() if self.b else 0)
print(T1(1, T1(2)).sum(), T1(1)._replace(a=5))
print(collections.Counter(a=1).items(), collections.deque("abc").index("c"))
class Err(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
@dataclass
class DErr(Exception):
    code: int
    msg: str = ""
try: raise DErr(3, "bad")
except DErr as e: print(repr(e), e.code, e.args, str(e))
class St(enum.StrEnum):
    A = enum.auto()
print(f"{St.A}", St.A in ("a",), {"a": 1}[St.A], [s for s in St], St("a").name)
class Fl(enum.Flag):
    X = 1; Y = 2; Z = X | Y
print(Fl.Z, list(Fl.Z), Fl.X in Fl.Z, Fl(0), repr(Fl.X | Fl.Y), Fl.X | Fl.Y == Fl.Z)
def f(a, /, b, *, c=1): pass
import inspect
print(inspect.signature(f), inspect.signature(A), inspect.signature(Prio))
print(dataclasses.fields(A)[0].type, [f.name for f in dataclasses.fields(Prio)])
