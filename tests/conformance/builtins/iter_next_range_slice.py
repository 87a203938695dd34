# iter, next, range, slice, len.
class Count:
    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        return self.n


class Bad:
    def __iter__(self):
        return 5


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        next(iter([1, 2])), next(iter([]), "default"), next(iter({"k": 1})), list(iter(Count(), 4)),
        list(iter(range(2))), next(x for x in [9]),
    ),
    lambda: next(iter([])),
    lambda: next([1]),
    lambda: next(5),
    lambda: next(),
    lambda: next(iter([1]), 1, 2),
    lambda: iter(5),
    lambda: iter(Bad()),
    lambda: iter(NoIter()),
    lambda: iter(),
    lambda: iter(5, 1),
    lambda: (lambda i: (iter(i) is i, next(i), list(i), list(i)))(iter("abc")),
    lambda: (
        type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter({})).__name__,
        type(iter(set())).__name__, type(iter(range(1))).__name__, type(iter(b"")).__name__,
        type(iter({}.items())).__name__,
    ),
    lambda: (
        list(range(5)), list(range(2, 5)), list(range(5, 2)), list(range(5, 0, -2)), list(range(-3, 3, 2)),
        range(10)[2:8:3], range(10)[-1], range(0, 10, 3)[::-1],
    ),
    lambda: (
        len(range(10)), len(range(0, 10, 3)), len(range(5, 0)), 4 in range(0, 10, 2), 5 in range(0, 10, 2),
        4.0 in range(5), "a" in range(5), range(5).index(3), range(5).count(3),
    ),
    lambda: (
        range(3) == range(0, 3, 1), range(0, 4, 2) == range(0, 3, 2), range(0) == range(5, 2),
        hash(range(3)) == hash(range(0, 3)), range(1, 5).start, range(5).stop, range(5).step,
    ),
    lambda: (
        repr(range(3)), repr(range(1, 3)), repr(range(1, 5, 2)), bool(range(0)), bool(range(1)), max(range(5)),
        sum(range(4)), list(reversed(range(0, 10, 4))),
    ),
    lambda: range(1, 2, 0),
    lambda: range(1.5),
    lambda: range("a"),
    lambda: range(),
    lambda: range(1, 2, 3, 4),
    lambda: range(5)[10],
    lambda: range(5)["a"],
    lambda: range(5).index(9),
    lambda: range(5) + range(2),
    lambda: (
        slice(1), slice(1, 2), slice(1, 2, 3), slice(None), slice("a", []), slice(1, 10, 2).indices(7),
        slice(None, None, -1).indices(5),
    ),
    lambda: slice(),
    lambda: slice(1, 2, 3, 4),
    lambda: slice(1).indices(-1),
    lambda: (slice(1).start, slice(1).stop, slice(1).step),
    lambda: (len("abc"), len([]), len({1: 2}), len(b"ab"), len(range(7)), len({1, 2}), len((1,)), len(L(5))),
    lambda: len(5),
    lambda: len(None),
    lambda: len(L(-1)),
    lambda: len(L("x")),
    lambda: len(L(1.5)),
    lambda: len(),
    lambda: len(x for x in []),
)
