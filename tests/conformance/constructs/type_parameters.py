# Type parameters (PEP 695): generic functions, classes and aliases; what is evaluated late; scopes.
import asyncio
from dataclasses import dataclass
from typing import Generic, TypeVar


def first[T](items: list[T], default: T | None = None) -> T:
    return items[0] if items else default


print(first([1, 2]), first([], "none"), first.__type_params__, first.__annotations__["items"], first.__name__)


class Stack[T]:
    kind = "stack"

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def map[U](self, function) -> "Stack[U]":
        other = Stack[U]()
        for item in self.items:
            other.push(function(item))
        return other

    @classmethod
    def of(cls, *items: T):
        made = cls()
        for item in items:
            made.push(item)
        return made

    def parameters(self):
        return T


s = Stack[int]()
s.push(1).push(2)
print(s.items, s.map(str).items, Stack.of("a").items, Stack.__type_params__, Stack.__parameters__, Stack.kind)
print(Stack[int], Stack.__bases__, Stack.__orig_bases__, issubclass(Stack, Generic), s.parameters() is Stack.__type_params__[0])
try:
    Stack[int, str]
except TypeError as error:
    print(error)
try:
    T
except NameError as error:
    print(error)


class Pair[K, V](dict):
    def get_key(self, key: K) -> V:
        return self[key]


print(Pair(a=1).get_key("a"), Pair[str, int], Pair.__mro__[1].__name__, Pair.__type_params__)


class Base[T]:
    def who(self):
        return "base"


class Child[T](Base[T]):
    def who(self):
        return "child of " + super().who()


class Fixed(Base[int]):
    pass


print(Child().who(), Child[str].__args__, Fixed().who(), Fixed.__orig_bases__)

type Number = int | float
type Tree[T] = T | list[Tree[T]]
type Late = NotYet
print(Number, Number.__name__, Number.__value__, Tree.__type_params__, Tree[int])
try:
    Late.__value__
except NameError as error:
    print(error)


class NotYet:
    pass


print(Late.__value__.__name__, type(Number).__name__)
try:
    Number[int]
except TypeError as error:
    print(error)


def bounded[T: (int, str), U: Later, *Ts, **P](a: T, b: U, *args: *Ts) -> T:
    return a


t, u, ts, p = bounded.__type_params__
print(t, u, ts, p, t.__name__, t.__constraints__, t.__bound__, type(ts).__name__, type(p).__name__)
try:
    u.__bound__
except NameError as error:
    print(error)
Later = float
print(u.__bound__, u.__constraints__)


def defaulted[T = int, U: str = "text"](a: T, b: U):
    return a


print([each.__default__ for each in defaulted.__type_params__], first.__type_params__[0].__default__)


def decorated(function):
    print("decorating", function.__type_params__)
    return function


@decorated
def outer[T](x: T):
    def inner[U](y: U):
        return T, U, x, y

    return inner


result = outer(1)(2)
print(result, [str(each) for each in result[:2]])


class Local:
    Inner = int

    def method[T](self, x: Inner, y: T = Inner(5)) -> Inner:
        return x + y


print(Local().method(2), Local.method.__annotations__["x"], Local.method.__qualname__)


@dataclass
class Box[T]:
    value: T
    count: int = 1


print(Box("v"), Box(1) == Box(1), Box[int](5).value)


async def fetch[T](value: T) -> T:
    await asyncio.sleep(0.1)
    return value


async def stream[T](*values: T):
    for value in values:
        yield value


async def main():
    print(await fetch("async"), [x async for x in stream(1, 2)], fetch.__type_params__)


asyncio.run(main())


def uses_global[T]():
    global made
    made = T


uses_global()
print(made)
type = "a soft keyword"
print(type)
type_ = lambda: type
print(type_())
