import asyncio
import dataclasses
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: int = 0

    def dist(self):
        return abs(self.x) + abs(self.y)


p = Point(1, 2)
print(p, p == Point(1, 2), p != Point(1), Point(x=3).dist(), Point.__doc__, Point.__match_args__, Point.y)
for bad in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point.x, lambda: p < p, lambda: {p}):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, repr=False)
    count: ClassVar[int] = 0
    done: bool = field(default=False, init=False)


a, b = Job(2, "a"), Job(1, "b", ["x"])
print(sorted([a, b]), a > b, a.tags is b.tags, b.tags, [f.name for f in fields(Job)], Job(1, "q") == Job(1, "r"))
print(asdict(b), astuple(b), replace(a, priority=9), is_dataclass(Job), is_dataclass(a), is_dataclass(3))


@dataclass(frozen=True)
class Key:
    id: int
    parts: tuple = ()


k = Key(1)
print(k, hash(k) == hash(Key(1)), {k: "v"}[Key(1)], replace(k, id=2))
for bad in (lambda: setattr(k, "id", 3), lambda: delattr(k, "id"), lambda: setattr(k, "new", 3)):
    try:
        bad()
    except FrozenInstanceError as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    name: str
    size: int = 1


@dataclass
class Child(Base):
    extra: Optional[str] = None
    size: int = 5

    def __post_init__(self):
        self.full = f"{self.name}/{self.size}"


c = Child("n")
print(c, c.full, Child.__mro__[1].__name__, isinstance(c, Base))


@dataclass
class Account:
    owner: str
    _: KW_ONLY
    balance: float = 0.0
    seed: InitVar[int] = 7
    number: int = field(init=False)

    def __post_init__(self, seed):
        self.number = seed * 2


print(Account("me", balance=5), Account("you", seed=1).number)
try:
    Account("me", 5)
except TypeError as error:
    print(error)


@dataclass(slots=True)
class Slim:
    a: int
    b: int = 2


s = Slim(1)
print(s, Slim.__slots__, hasattr(s, "__dict__"))
try:
    s.c = 1
except AttributeError as error:
    print(error)


@dataclass(kw_only=True)
class Options:
    host: str
    port: int = 80


print(Options(host="h"))
try:
    Options("h")
except TypeError as error:
    print(error)
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)
try:
    @dataclass
    class Order:
        a: int = 1
        b: int
except TypeError as error:
    print(error)
try:
    @dataclass
    class Thaw(Key):
        z: int = 1
except TypeError as error:
    print(error)


@dataclass
class Node:
    value: int
    children: List["Node"] = field(default_factory=list)


tree = Node(1, [Node(2), Node(3, [Node(4)])])
print(tree, asdict(tree))
tree.children.append(tree)
print(tree)


@dataclass(repr=False, eq=False)
class Plain:
    v: int = 1

    def __repr__(self):
        return "Plain!"


print(Plain(), Plain() == Plain(), hash(Plain()) is not None)


@dataclass(unsafe_hash=True)
class H:
    a: int
    b: int = field(hash=False, default=1)


print(hash(H(1)) == hash(H(1, 5)))
match p:
    case Point(x=1, y=y):
        print("point", y)
match Point(4, 5):
    case Point(a, b):
        print(a + b)
C = dataclasses.make_dataclass("C", [("x", int), ("y", int, field(default=5))], namespace={"add": lambda self: self.x + self.y})
print(C(1), C(1).add(), dataclasses.MISSING is dataclasses.MISSING)
f = fields(Point)[1]
print(f.name, f.type, f.default, f.default_factory is dataclasses.MISSING, f.init, f.metadata)
for bad in (lambda: asdict(3), lambda: fields(3), lambda: replace(3), lambda: field(default=1, default_factory=list), lambda: replace(a, done=True)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Task:
    id: int
    delay: float = 0.1
    result: str | None = None

    async def run(self):
        await asyncio.sleep(self.delay)
        self.result = f"task {self.id} ok"
        return self


async def main():
    for t in await asyncio.gather(*(Task(i, delay=0.3 - i / 10).run() for i in range(3))):
        print(t)

    @dataclass(order=True)
    class Item:
        priority: int
        payload: object = field(compare=False)

    q = asyncio.PriorityQueue()
    for n, w in ((3, "c"), (1, "a"), (2, "b")):
        await q.put(Item(n, w))
    while not q.empty():
        print(await q.get())


asyncio.run(main())
