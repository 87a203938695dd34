from collections.abc import (AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator,
                             Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set, Sized)

values = [[], (), {}, set(), frozenset(), "s", b"b", range(3), 3, None, iter([]), (x for x in ()), {}.keys(), print]
for kind in (Iterable, Iterator, Sized, Container, Collection, Hashable, Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet, Callable, Generator):
    print(kind.__name__, "".join("x" if isinstance(v, kind) else "." for v in values))


async def co():
    yield 1


async def plain():
    pass


c = plain()
g = co()
print(isinstance(c, Awaitable), isinstance(c, Coroutine), isinstance(g, AsyncIterator), isinstance(g, AsyncGenerator), isinstance(g, AsyncIterable), isinstance(3, Awaitable))
c.close()
print(issubclass(list, Sequence), issubclass(dict, Sequence), issubclass(int, Hashable), issubclass(Sequence, Collection))
print(isinstance([], (int, Mapping, Sequence)), isinstance(3, (str, Mapping, Sequence)), isinstance([], Sequence | None))


class Box:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __contains__(self, x):
        return x in self.items


b = Box([1])
print(isinstance(b, Iterable), isinstance(b, Sized), isinstance(b, Collection), isinstance(b, Sequence))


class Deck(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


deck = Deck(5)
print(list(deck), 16 in deck, deck.index(9), deck.count(4), list(reversed(deck)))


class Store(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


s = Store()
s.update(a=1, b=2)
print(s.pop("a"), s.setdefault("c", 3), list(s.items()), s.get("z"), "b" in s, s == {"b": 2, "c": 3}, s.keys(), list(s.values()))
s.clear()
print(len(s))
try:
    s.pop("nope")
except KeyError as error:
    print("KeyError", error)
try:
    class Half(MutableMapping):
        def __getitem__(self, k):
            return 1
    Half()
except TypeError as error:
    print(error)


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


print(isinstance(Ticker(1), AsyncIterator), issubclass(Ticker, AsyncIterable))


class Ev:
    def __await__(self):
        yield


print(isinstance(Ev(), Awaitable))


def run(f: Callable[[int], Awaitable[str]], xs: Iterable[int]) -> Coroutine[None, None, str]:
    pass


print(run.__annotations__)
print(Sequence[int], Mapping, Callable[..., int])
Sequence.register(Box)
print(isinstance(b, Sequence))
