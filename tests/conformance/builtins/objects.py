# len, repr, isinstance, getattr and the like, on builtin things and on classes of the program.
class Point:
    kind = "point"
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)
    def __hash__(self):
        return hash((self.x, self.y))
    def __len__(self):
        return 2
    def __bool__(self):
        return self.x != 0
    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5
    def __round__(self, n=None):
        return f"rounded {n}"
    def __format__(self, spec):
        return f"<{self.x};{self.y};{spec}>"
    def __int__(self):
        return self.x
    def __float__(self):
        return self.x + 0.5
    def __index__(self):
        return self.x
    def __getattr__(self, name):
        if name.startswith("magic"):
            return name.upper()
        raise AttributeError(f"no {name} here")
    def __str__(self):
        return f"({self.x}, {self.y})"
p = Point(3, 4)
print(p, repr(p), [p], (p,), {p: p}, {"k": [p]}, f"{p}", f"{p!r:>12}", f"{p:abc}", "%s %r" % (p, p), "{} {!r} {:x}".format(p, p, p), str(p), format(p, "q"))
print(len(p), bool(p), bool(Point(0, 1)), abs(p), round(p), round(p, 2), int(p), float(p), hex(p), [10, 20, 30, 40][p], "abcd"[p], list(range(p)), hash(p) == hash(Point(3, 4)))
print(p == Point(3, 4), p != Point(1, 1), p in [1, Point(3, 4)], [Point(3, 4)].index(p), {Point(1, 2): "a"}[Point(1, 2)], len({Point(1, 1), Point(1, 1)}), [p].count(p), (p, 1) == (Point(3, 4), 1))
print(getattr(p, "x"), getattr(p, "zzz", "default"), getattr(p, "magic1"), hasattr(p, "y"), hasattr(p, "nope"), hasattr(p, "magic"), getattr(5, "real"), getattr("a", "upper")(), hasattr([], "append"))
setattr(p, "z", 9); print(p.z, vars(p)); delattr(p, "z"); print(vars(p), hasattr(p, "z"))
print(isinstance(1, int), isinstance(True, int), isinstance("a", (int, str)), isinstance(p, Point), issubclass(bool, int), isinstance(1, int | str), isinstance([], list), type(p).__name__, type(1), type(None), type([]) is list)
print(callable(print), callable(5), callable(Point), callable(lambda: 0), id(p) == id(p), ord("A"), chr(44032), ascii("é"), repr("a"), hash(1), hash("a") == hash("a"), len({1: 2}), bin(5), oct(8))
print([n for n in dir(Point) if not n.startswith("__")], "append" in dir([]), [n for n in dir(p) if n in ("x", "y", "kind")])
print(divmod(7, 3), pow(2, 5), abs(-3), round(2.567, 1), bool([]), str(5), int("7"), float("2"), list("ab"), max(1, 2), sum([1, 2]))
print(p.__class__.__name__, [].__class__, (5).__add__(3), "a".__add__("b"), [1].__len__(), {}.__class__.__name__, (1).__class__ is int)
for bad in (lambda: len(5), lambda: len(), lambda: hash([]), lambda: abs("a"), lambda: round("a"), lambda: ord("ab"), lambda: chr(-1), lambda: getattr(5, "foo"), lambda: isinstance(1, 5), lambda: p.missing,
            lambda: getattr(1), lambda: vars(5), lambda: int([]), lambda: issubclass(1, int), lambda: format(1, "s"), lambda: format([], ">5"), lambda: "a".foo, lambda: None.foo, lambda: setattr(5, "x", 1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
