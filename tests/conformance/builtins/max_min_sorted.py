# max, min, sorted: keys, defaults, stability, errors.
class P:
    def __init__(self, name, n):
        self.name, self.n = name, n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return self.name


people = [P("a", 2), P("b", 1), P("c", 2), P("d", 1)]
calls = []


def key(x):
    calls.append(x)
    return -x


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        max(1, 3, 2), max([1, 3, 2]), max("b", "a"), max([], default="none"), max([1], default=5),
        max(["aa", "b"], key=len), max(1, -5, key=abs), max(x for x in [1, 9]), max(2, 2.0), max(2.0, 2),
    ),
    lambda: (
        min(3, 1, 2), min("hello"), min({3: "a", 1: "b"}), min([], default=None),
        min(["aa", "b", "c"], key=len), min((1, 2), (1, 1)), min(1, True), min(True, 1),
    ),
    lambda: (
        max(people), min(people), max(people, key=lambda p: p.name), max([float("nan"), 1]),
        max([1, float("nan")]),
    ),
    lambda: max([]),
    lambda: min(()),
    lambda: max(),
    lambda: max(5),
    lambda: max(1, "a"),
    lambda: max(1, 2, default=3),
    lambda: max([1, 2], key=5),
    lambda: min(None, None),
    lambda: max([1, 2], foo=1),
    lambda: (
        sorted([3, 1, 2]), sorted("hello"), sorted({3: 1, 1: 2}), sorted([3, 1], reverse=True),
        sorted(["b", "A", "c"], key=str.lower), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([]),
    ),
    lambda: (
        sorted(people), sorted(people, reverse=True), sorted(people, key=lambda p: p.n),
        sorted(people, key=lambda p: p.n, reverse=True),
    ),
    lambda: (sorted([3, 1, 2], key=key), calls),
    lambda: (
        sorted([1.5, 1, True, 0]), sorted([[2], [1, 5], [1]]), sorted(["é", "z", "a"]), sorted([b"b", b"a"]),
        sorted([None], key=str), sorted(range(10), key=lambda x: (x % 3, -x)),
    ),
    lambda: sorted([1, "a"]),
    lambda: sorted([None, None]),
    lambda: sorted(5),
    lambda: sorted(),
    lambda: sorted([1], lambda x: x),
    lambda: sorted([1], reverse="yes"),
    lambda: sorted([2, 1], key=None),
    lambda: sorted([1, 2], key=lambda: 0),
    lambda: sorted([{}, {}]),
    lambda: (
        (lambda a: (a.sort(), a))([2, 1, 3]), (lambda a: (a.sort(key=lambda x: -x), a))([2, 1, 3]),
        (lambda a: (a.sort(reverse=True), a))(["a", "b"]),
    ),
    lambda: [1].sort(5),
    lambda: (lambda a: a.sort(key=lambda x: a.append(1)))([1, 2]),
)
