# enumerate, zip, map, filter, reversed.
log = []


def gen(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        yield i
    log.append(f"{name} ends")


def flush():
    got = log[:]
    log.clear()
    return got


class R:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i * 10


class NoReverse:
    __reversed__ = None


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate([])),
        list(enumerate(iterable="a")),
    ),
    lambda: enumerate(),
    lambda: enumerate(5),
    lambda: enumerate("a", "b"),
    lambda: enumerate("a", 1, 2),
    lambda: (
        list(zip()), list(zip("ab")), list(zip("ab", [1, 2, 3])), list(zip("abc", range(2), [7, 8])),
        list(zip([1], [2], strict=True)), dict(zip("ab", [1, 2])),
    ),
    lambda: (list(zip(gen("a", 2), gen("b", 3))), flush()),
    lambda: (list(zip(gen("a", 3), gen("b", 2))), flush()),
    lambda: list(zip([1, 2], [1], strict=True)),
    lambda: list(zip([1], [1, 2], strict=True)),
    lambda: list(zip([1], [2], [], strict=True)),
    lambda: list(zip([1, 2], [1, 2], [1], strict=True)),
    lambda: zip(5),
    lambda: zip([1], None),
    lambda: zip([1], foo=1),
    lambda: (
        list(map(str, [1, 2])), list(map(max, [1, 5], [4, 2, 9])), list(map(lambda *a: a, "ab", "cd", "ef")),
        list(map(None or str.upper, "ab")),
    ),
    lambda: (next(map(lambda x: x * 2, gen("m", 3))), flush()),
    lambda: map(str),
    lambda: map(),
    lambda: map(str, 5),
    lambda: list(map(5, [1])),
    lambda: list(map(lambda: 0, [1])),
    lambda: list(map(len, [1])),
    lambda: (
        list(filter(None, [0, 1, "", "a", None, [], [0]])), list(filter(lambda x: x % 2, range(6))),
        list(filter(str.isdigit, "a1b2")),
    ),
    lambda: (next(filter(lambda x: x > 0, gen("f", 3))), flush()),
    lambda: filter(None),
    lambda: filter(None, 5),
    lambda: list(filter(5, [1])),
    lambda: (
        list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))),
        list(reversed({"a": 1, "b": 2})), list(reversed(R())), list(reversed(())),
        list(reversed({1: 2}.items())),
    ),
    lambda: reversed({1}),
    lambda: reversed(5),
    lambda: reversed(x for x in []),
    lambda: reversed(NoReverse()),
    lambda: reversed(),
    lambda: (
        type(zip()).__name__, type(map(str, [])).__name__, type(filter(None, [])).__name__,
        type(reversed([])).__name__, type(enumerate([])).__name__,
    ),
    lambda: (
        iter(zip()) is not None, (lambda z: iter(z) is z)(zip([1])),
        (lambda e: (next(e), list(e)))(enumerate("abc")),
    ),
)
