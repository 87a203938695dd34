# callable, type, isinstance, issubclass, id, hash.
class A:
    def __call__(self):
        pass


class B(A):
    __hash__ = None


class C:
    def __eq__(self, other):
        return True


class D:
    def __hash__(self):
        return -1


class E:
    def __hash__(self):
        return "x"


class Meta(type):
    def __instancecheck__(cls, x):
        return x == 5

    def __subclasscheck__(cls, x):
        return x is int


class F(metaclass=Meta):
    pass


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        callable(len), callable(A), callable(A()), callable(5), callable(lambda: 0), callable("".upper),
        callable(B()), callable(C()), callable(None),
    ),
    lambda: callable(),
    lambda: (
        type(5), type("a"), type(None), type(type), type(A()), type(len), type(A.__call__), type(...),
        type(NotImplemented), type(x for x in []),
    ),
    lambda: (
        type(5) is int, type(True) is int, type(A()) is A, type("T", (A,), {"x": 1})().x,
        type("T", (), {}).__name__,
    ),
    lambda: type(),
    lambda: type(1, 2),
    lambda: type("A", 5, {}),
    lambda: type(5, (), {}),
    lambda: type("A", (5,), {}),
    lambda: (
        isinstance(5, int), isinstance(True, int), isinstance(5, (str, int)), isinstance(5, float),
        isinstance(B(), A), isinstance(5, int | str), isinstance(None, int | None),
    ),
    lambda: (
        isinstance(5, ((str, (int,)),)), isinstance(5, object), isinstance(int, type), isinstance(5, F),
        isinstance(6, F), isinstance(F(), F),
    ),
    lambda: isinstance(5, 5),
    lambda: (isinstance(5, (int, 5)), isinstance("a", (int, str, 5))),
    lambda: isinstance("a", (int, 5)),
    lambda: isinstance(5, [int]),
    lambda: isinstance(5),
    lambda: (
        issubclass(bool, int), issubclass(B, A), issubclass(A, B), issubclass(int, (str, object)),
        issubclass(int, F), issubclass(str, F), issubclass(int, int | str),
    ),
    lambda: issubclass(5, int),
    lambda: issubclass(int, 5),
    lambda: issubclass(int),
    lambda: (
        hash(5), hash(True), hash(-1), hash(0.0), hash(1.0), hash(2.5), hash(10**20), hash(2**61 - 1),
        hash(2**61), hash(float("inf")), hash(1e300), hash(-(2**61)),
    ),
    lambda: (
        hash(None) == hash(None), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(A) == hash(A),
        hash(D()), hash(frozenset([1, 2])) == hash(frozenset([2, 1])),
    ),
    lambda: hash([]),
    lambda: hash({}),
    lambda: hash(set()),
    lambda: hash(([],)),
    lambda: hash(B()),
    lambda: hash(C()),
    lambda: hash(E()),
    lambda: hash(slice(1, 2)) == hash(slice(1, 2)),
    lambda: (id(A) == id(A), id(5) == id(5), isinstance(id([]), int)),
)
