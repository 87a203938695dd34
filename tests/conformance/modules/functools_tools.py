import asyncio
import functools
from functools import cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, total_ordering, wraps


def logged(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        print("call", func.__name__, args, kwargs)
        return func(*args, **kwargs)
    return wrapper


@logged
def add(a: int, b: int = 2) -> int:
    """Adds."""
    return a + b


print(add(1), add.__name__, add.__doc__, add.__qualname__, add.__annotations__, add.__wrapped__(5, 6), add.__module__)


def timed(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        begin = asyncio.get_running_loop().time()
        try:
            return await func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {asyncio.get_running_loop().time() - begin:.2f}")
    return wrapper


@timed
async def work(n):
    await asyncio.sleep(n)
    return n * 2


print(asyncio.run(work(0.5)))

double = partial(lambda x, y: x * y, 2)
print(double(4), double.args, double.keywords)
nested = partial(partial(dict, a=1), b=2)
print(nested(), nested.func, nested.keywords, nested)
print(partial(int, base=2)("101"))
try:
    partial(3)
except TypeError as error:
    print(error)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state
        return state

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, state=False)


cell = Cell()
print(cell.set_alive(), cell.alive, cell.set_dead(), cell.alive)

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "start"))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)


@lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x


for n in (1, 2, 1, 3, 2):
    square(n)
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__name__)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache
def kinds(x, y=0):
    return type(x).__name__


print(kinds(1), kinds(1.0), kinds(1, y=0), kinds.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed.cache_info())
try:
    square([])
except TypeError as error:
    print(error)


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print("area")
        return 3 * self.r ** 2

    @lru_cache
    def scaled(self, n):
        return self.r * n


c = Circle(2)
print(c.area, c.area, c.__dict__, c.scaled(3), c.scaled(3), Circle.scaled.cache_info())
c.area = 5
print(c.area)
del c.area
print(c.area)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= a, a >= a, max(a, b).n)
try:
    a >= 3
except TypeError as error:
    print(error)
try:
    @total_ordering
    class Bad:
        pass
except ValueError as error:
    print(error)


@singledispatch
def show(value):
    return f"object {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return f"list of {len(value)}"


@show.register
def _(value: float | str):
    return f"float or str {value!r}"


print(show(3), show([1]), show("x"), show(2.5), show(None), show(True))
print(show.dispatch(bool)(1), sorted(k.__name__ for k in show.registry))
try:
    show()
except TypeError as error:
    print(error)


class Negator:
    @functools.singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError("Cannot negate a")

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg


print(Negator().neg(5), Negator().neg(True))
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda x, y: len(y) - len(x))))
