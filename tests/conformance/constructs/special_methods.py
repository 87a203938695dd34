# Dunder methods: arithmetic with both sides, comparison, containers, calling, attributes, formatting.
log = []


class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"V({self.n})"

    def __add__(self, other):
        log.append("add")
        return V(self.n + other) if isinstance(other, int) else NotImplemented

    def __radd__(self, other):
        log.append("radd")
        return V(other + self.n) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return NotImplemented

    def __neg__(self):
        return V(-self.n)

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return abs(self.n)

    def __eq__(self, other):
        log.append("eq")
        return isinstance(other, V) and self.n == other.n

    def __lt__(self, other):
        log.append("lt")
        return self.n < other.n if isinstance(other, V) else NotImplemented

    def __le__(self, other):
        log.append("le")
        return self.n <= other.n

    def __hash__(self):
        return hash(self.n)

    def __getitem__(self, key):
        return ("item", key)

    def __contains__(self, item):
        return item == self.n

    def __call__(self, *args, **kw):
        return args, kw

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"got {name}"

    def __format__(self, spec):
        return f"<{self.n}:{spec}>"

    def __bytes__(self):
        return b"v"

    def __int__(self):
        return self.n

    def __float__(self):
        return self.n + 0.5

    def __index__(self):
        return self.n

    def __round__(self, digits=None):
        return ("round", digits)

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def __matmul__(self, other):
        return "matmul"

    def __reversed__(self):
        return iter("reversed")

    def __dir__(self):
        return ["z", "a"]


v = V(3)
print(v + 1, 1 + v, -v, +v, ~v, abs(v), log)
log.clear()
for work in (lambda: v + "x", lambda: "x" + v, lambda: v - 1, lambda: 1 - v, lambda: v < 1, lambda: v * 2, lambda: v & v):
    try:
        work()
    except TypeError as error:
        print(error)
log.clear()
print(v == V(3), v != V(3), v < V(4), v > V(2), v <= V(3), v >= V(3), log)
print(v[1], v[1:2], v["a", ...], 3 in v, 4 not in v, v(1, k=2), v.anything)
print(f"{v} {v:>5} {v!r}", format(v, "x"), str(v))
print(bytes(v), int(v), float(v), hex(v), [10, 20, 30, 40][v], range(v), round(v), round(v, 2))
print(divmod(v, 2), divmod(2, v), v**2, pow(v, 2, 5), v @ v, "".join(reversed(v)), dir(v))
print({v: 1}[V(3)], v in {V(3)}, {V(1), V(1)} == {V(1)})
print(sorted([V(3), V(1), V(2)]), max(V(1), V(5)), min([V(4), V(2)]))


class Child(V):
    def __radd__(self, other):
        return "child first"


print(V(1) + Child(2))


class Order:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return NotImplemented

    def __lt__(self, other):
        print("lt", self.name, other.name)
        return NotImplemented

    def __gt__(self, other):
        print("gt", self.name, other.name)
        return NotImplemented


a, b = Order("a"), Order("b")
print(a == b, a != b)
try:
    a < b
except TypeError as error:
    print(error)
try:
    hash(a)
except TypeError as error:
    print(error)


class Attributes:
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("setattr", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)


at = Attributes()
at.x = 1
print(at.x)
del at.x
print(hasattr(at, "x"), getattr(at, "x", "default"))


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


print(Missing()["k"], Missing(a=1)["a"], Missing().get("k"))


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = 1
for work in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__):
    try:
        work()
    except AttributeError as error:
        print(error)
