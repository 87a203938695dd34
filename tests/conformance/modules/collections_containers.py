import collections
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

d = deque([1, 2, 3], maxlen=3)
d.append(4)
print(d, d.maxlen, len(d), d[0], d[-1], 3 in d)
d.appendleft(0)
print(d, list(reversed(d)))
q = deque()
print(q, bool(q))
for i in range(100):
    q.append(i)
print([q.popleft() for _ in range(50)][-1], len(q), q.pop(), q[0])
q.clear()
q.extend("abc")
q.extendleft("xyz")
print(q, q.count("a"), q.index("a"))
q.rotate(2)
print(q)
q.rotate(-3)
print(q)
q.remove("a")
q.insert(1, "!")
q.reverse()
print(q, q.copy() == q, q + deque("12"), deque([1]) * 3, deque([1, 2]) < deque([1, 3]))
del q[0]
q[0] = "?"
q += "zz"
print(q, sorted(q))
for bad in (lambda: deque().popleft(), lambda: deque().pop(), lambda: deque()[1], lambda: deque().remove(1), lambda: deque([], -1), lambda: deque([1]).index(5), lambda: deque()["a"]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    for item in q:
        q.append(1)
except RuntimeError as error:
    print(error)
loop = deque([1])
loop.append(loop)
print(loop)
try:
    hash(loop)
except TypeError:
    print("unhashable")

words = defaultdict(list)
for word in ["apple", "bob", "avocado"]:
    words[word[0]].append(word)
print(words, words["z"], dict(words), words.get("q"), words.default_factory)
counts = defaultdict(int, {"a": 1})
counts["b"] += 1
print(counts, "c" in counts, counts.copy(), counts | {"z": 9})
try:
    defaultdict(None)["k"]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(3)
except TypeError as error:
    print(error)
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"] = 1
print(t["a"]["b"])

c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sum(c.values()), c.total(), list(Counter(a=2, b=1).elements()))
c.update("mm")
c.subtract({"i": 10})
print(c, +c, -c)
print(Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1), Counter(a=3) | Counter(b=1))
print(Counter(), Counter([1, 1]) == {1: 2}, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2))
del c["nothing"]
x = Counter(["ok", "ok", "fail"])
x += Counter(fail=2)
print(x, dict(x))

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o, o.popitem(), o.popitem(last=False), list(o))
o["z"] = 26
o.move_to_end("z", last=False)
print(o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict())
try:
    o.move_to_end("nope")
except KeyError as error:
    print("KeyError", error)

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), Point._make([5, 6]), p == (1, 2))
a, b = p
print(a + b, isinstance(p, tuple), Point.__name__, Point.__doc__, hash(p) == hash((1, 2)))
Job = namedtuple("Job", "name priority delay", defaults=(1, 0.5))
print(Job("build"), Job("x", 2), Job._field_defaults, sorted([Job("b"), Job("a")]))
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: setattr(p, "x", 3), lambda: Point._make([1]), lambda: p._replace(q=1), lambda: p.z, lambda: setattr(p, "w", 1),
            lambda: namedtuple("A", "x x"), lambda: namedtuple("A", "class"), lambda: namedtuple("A", "_x"), lambda: namedtuple("1A", "x"), lambda: Point()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple("R", "a def _b", rename=True)._fields)


class Coord(namedtuple("Coord", "x y")):
    @property
    def size(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __str__(self):
        return f"<{self.x}, {self.y}>"


print(Coord(3, 4).size, str(Coord(3, 4)), repr(Coord(3, 4)))
match p:
    case Point(x=1, y=value):
        print("matched", value)
match p:
    case Point(u, v):
        print("matched", u, v)

m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["a"], m["b"], sorted(m), len(m), m.maps, m.new_child({"z": 1}), m.parents, dict(m))
try:
    m["q"]
except KeyError as error:
    print("KeyError", error)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u["b"] = 2
u.update({"c": 3})
print(u, "A" in u, u.data, list(u.items()), len(u), u.get("zz", 0), u.pop("A"), isinstance(u, dict))
l = UserList([3, 1, 2])
l.sort()
l.append(9)
print(l, l[0], l[1:], l + [5], len(l))
print(UserString("abc").upper() + "d", UserString("x") == "x")
print(collections.abc.Mapping if hasattr(collections, "abc") else None)
for bad in (lambda: hash(deque()), lambda: deque().nothing, lambda: defaultdict(int) + 1, lambda: deque() < 3):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(deque.__name__, defaultdict.__name__, deque, OrderedDict.__qualname__)


class MyOrderedDict(dict):
    pass


class Derived(OrderedDict):
    pass


print(MyOrderedDict(a=1).keys(), Derived(a=1).items(), OrderedDict(b=2).values())
