# list, tuple, dict, set, frozenset: what they take.
class M:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, k):
        return k * 2


class K:
    def keys(self):
        return [1]


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        list(), list("ab"), list({1: 2}), list(range(3)), list((x for x in [1])), list([1, [2]]), list(b"ab"),
        list({"a": 1}.items()),
    ),
    lambda: list(5),
    lambda: list([1], [2]),
    lambda: list(iterable=[1]),
    lambda: (lambda a: (list(a) is a, list(a) == a))([1]),
    lambda: (tuple(), tuple("ab"), tuple([1]), tuple({1: 2}), (lambda a: tuple(a) is a)((1, 2))),
    lambda: tuple(5),
    lambda: (
        dict(), dict(a=1), dict({"a": 1}), dict([("a", 1), ["b", 2]]), dict([("a", 1)], b=2),
        dict({"a": 1}, a=2), dict(M()), dict(M(), c=1), dict(zip("ab", [1, 2])), dict(["ab", "cd"]),
    ),
    lambda: dict(5),
    lambda: dict([1]),
    lambda: dict(["abc"]),
    lambda: dict([("a",)]),
    lambda: dict([([], 1)]),
    lambda: dict({}, {}),
    lambda: dict(K()),
    lambda: dict(**{"a": 1}, **{"b": 2}),
    lambda: (dict.fromkeys("aab"), dict.fromkeys([1, 2], []), dict.fromkeys({"x": 5}, 0)),
    lambda: dict.fromkeys(5),
    lambda: (set(), set("aab") == {"a", "b"}, set([1, 1.0, True]), set({1: 2}), set(range(2)) == {0, 1}),
    lambda: set(5),
    lambda: set([[]]),
    lambda: set([1], [2]),
    lambda: (
        frozenset(), frozenset([1]), (lambda f: frozenset(f) is f)(frozenset([1])),
        {frozenset([1]): 2}[frozenset([1])], frozenset("a") == {"a"},
    ),
    lambda: frozenset([{}]),
    lambda: (
        bytes(), bytes(3), bytes([1, 255]), bytes("é", "utf-8"), bytes(b"a"), bytes(range(3)), bytes((65, 66)),
    ),
    lambda: bytes([256]),
    lambda: bytes([-1]),
    lambda: bytes("a"),
    lambda: bytes(-1),
    lambda: bytes(1.5),
    lambda: bytes(["a"]),
    lambda: bytes(None),
    lambda: object(1),
)
