import asyncio
import typing
from typing import (TYPE_CHECKING, Annotated, Any, AsyncGenerator, AsyncIterator, Awaitable, Callable, ClassVar, Coroutine, Dict, Final, Generic,
                    Iterable, List, Literal, NamedTuple, NewType, NoReturn, Optional, ParamSpec, Protocol, Self, Sequence, Set, Tuple, Type,
                    TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable)

T = TypeVar("T")
K = TypeVar("K", bound=str)
P = ParamSpec("P")
R = TypeVar("R", covariant=True)
UserId = NewType("UserId", int)
print(Optional[int], Union[int, str], Union[int, None], Optional[Union[int, str]], List[int], Dict[str, List[int]], Tuple[int, ...], Set[str], Type[int])
print(Callable[[int, str], bool], Callable[..., None], Callable[[], Awaitable[int]], Any, List, Literal["a", 1], Annotated[int, "meta"], ClassVar[int], Final[int], NoReturn)
print(AsyncIterator[int], Coroutine[Any, Any, int], AsyncGenerator[int, None], Iterable["Later"], Optional["Later"], Sequence[T], T, K, R, P, UserId, UserId(5))
print(Union[int, int], Union[int, Union[str, int]] == Union[str, int], List[int] == List[int], Optional[int] == Union[None, int], List[T][int], Dict[K, T][str, int], hash(List[int]) == hash(List[int]))
print(int | None, Optional[int] | str, List[int] | None, list[Optional[int]], dict[str, Any], T | None)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]), get_args(Optional[int]), get_args(Callable[[int], str]), get_origin(list[int]), get_args(int | str), get_origin(int))
print(TYPE_CHECKING, cast(int, "x"), isinstance([], List), isinstance({}, typing.Mapping), isinstance(3, Union[int, str]), issubclass(list, typing.Sequence))
for bad in (lambda: isinstance([], List[int]), lambda: isinstance(3, Any), lambda: Any(), lambda: Union[()], lambda: TypeVar("X", int), lambda: List(), lambda: Optional[int]()):
    try:
        bad()
    except TypeError as error:
        print(error)


class Employee(NamedTuple):
    """An employee."""
    name: str
    id: int = 3

    def greet(self):
        return f"hi {self.name}"


e = Employee("Guido")
print(e, e.id, e.greet(), Employee._fields, Employee._field_defaults, Employee.__annotations__, Employee.__doc__, e == ("Guido", 3), isinstance(e, tuple), Employee.__mro__[1])
try:
    Employee()
except TypeError as error:
    print(error)
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "x"))


class Movie(TypedDict):
    title: str
    year: int


class Sequel(Movie, total=False):
    number: int


m: Movie = {"title": "x", "year": 1}
print(Movie(title="a", year=2), type(Movie(title="a", year=2)), Sequel.__annotations__, sorted(Sequel.__required_keys__), Sequel.__optional_keys__, Movie.__total__)
try:
    isinstance(m, Movie)
except TypeError as error:
    print(error)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self


class IntStack(Stack[int]):
    pass


class Cache(Generic[K, T]):
    pass


s = Stack[int]().push(1).push(2)
print(s.items, type(s).__name__, Stack[int], IntStack().push(5).items, Stack.__parameters__, Cache[str, int], IntStack.__mro__[1].__name__, Stack.__orig_bases__, Cache.__parameters__)
for bad in (lambda: Stack[int, str], lambda: IntStack[int], lambda: Generic[int]):
    try:
        bad()
    except TypeError as error:
        print(error)


class Greeter(Protocol):
    def greet(self, name: str) -> str:
        ...


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None:
        ...


class Door:
    def close(self):
        pass

    def greet(self, name):
        return "hello " + name


def use(g: Greeter) -> str:
    return g.greet("you")


print(use(Door()), isinstance(Door(), Closable), isinstance(3, Closable), issubclass(Door, Closable))
for bad in (lambda: isinstance(Door(), Greeter), lambda: Greeter()):
    try:
        bad()
    except TypeError as error:
        print(error)


class Impl(Greeter):
    def __init__(self, n):
        self.n = n

    def greet(self, name):
        return f"{self.n} {name}"


print(Impl(2).greet("x"), isinstance(Impl(1), Impl))


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x * 2


print(f(2), f("a"))


def decorate(fn: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    async def inner(*args: P.args, **kwargs: P.kwargs) -> T:
        return await fn(*args, **kwargs)
    return inner


@decorate
async def work(n: int, *, scale: float = 2.0) -> float:
    await asyncio.sleep(0.1)
    return n * scale


print(asyncio.run(work(2)), work.__annotations__)


def hints(a: int, b: Optional[str] = None, *c: "int") -> None:
    pass


print(get_type_hints(hints), hints.__annotations__)


class Config:
    debug: bool = False
    names: List[str]


print(Config.__annotations__, get_type_hints(Config))
