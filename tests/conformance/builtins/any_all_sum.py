# any, all, sum: what they ask and where they stop.
log = []


def t(x):
    log.append(x)
    return x


class Odd:
    def __bool__(self):
        raise ValueError("no truth")


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (any([]), any([0, "", None]), any([0, 1]), any(x > 2 for x in range(5)), any({0: 1}), any("0")),
    lambda: (all([]), all([1, "a"]), all([1, 0]), all(x < 5 for x in range(5)), all({"": 1}), all(())),
    lambda: (any(t(x) for x in [0, 0, 3, 4]), log[:], log.clear()),
    lambda: (all(t(x) for x in [1, 0, 3]), log[:], log.clear()),
    lambda: any([Odd()]),
    lambda: all([1, Odd()]),
    lambda: any(5),
    lambda: all(None),
    lambda: any(),
    lambda: any([], []),
    lambda: (
        sum([]), sum([1, 2, 3]), sum([0.1] * 10), sum([1, 2.5]), sum([True, True]), sum(range(101)),
        sum([1], 10), sum([1], start=10),
    ),
    lambda: (
        sum([[1], [2]], []), sum([(1,), (2,)], ()), sum({1: 2, 3: 4}), sum([1e16, 1, -1e16]), sum([10**20, 1]),
    ),
    lambda: sum(["a"], ""),
    lambda: sum(["a", "b"]),
    lambda: sum([b"a"], b""),
    lambda: sum([1, "a"]),
    lambda: sum([None]),
    lambda: sum(5),
    lambda: sum(),
    lambda: sum([1], [2]),
    lambda: sum(x for x in (1, 2)),
)
