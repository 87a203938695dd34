import bisect
import copy
import heapq
import io
import operator
import string
from operator import attrgetter, itemgetter, methodcaller

h = [5, 1, 8, 3]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), heapq.heappushpop(h, 4), heapq.heapreplace(h, 9), h)
print([heapq.heappop(h) for _ in range(len(h))], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
tasks = []
for item in ((2, "code"), (1, "eat"), (3, "sleep")):
    heapq.heappush(tasks, item)
print(heapq.heappop(tasks), len(tasks))
for bad in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush([{}], {})):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect([("a", 1), ("b", 2)], 1, key=itemgetter(1)))
bisect.insort(a, 4)
bisect.insort_left(a, 0)
print(a)
print("FDCBA"[bisect.bisect([60, 70, 80, 90], 77)])

print(operator.add(1, 2), operator.mul(3, 4), operator.itemgetter(1, 0)([7, 8]), itemgetter("k")({"k": 1}), attrgetter("real", "imag")(5), attrgetter("__class__.__name__")(3), methodcaller("split", "-", maxsplit=1)("a-b-c"))
print(sorted([{"n": 2}, {"n": 1}], key=itemgetter("n")), itemgetter(1, 2), attrgetter("a.b"), methodcaller("f", 1, x=2), operator.contains([1], 1), operator.truth([]), operator.not_(0), operator.concat("a", "b"), operator.countOf([1, 2, 1], 1), operator.indexOf([5, 6], 6), operator.neg(3), operator.floordiv(7, 2))
d = {}
operator.setitem(d, "x", 1)
print(d, operator.getitem(d, "x"), operator.iadd([1], [2]), operator.is_(None, None), operator.length_hint([1, 2]), operator.index(True))


class Node:
    def __init__(self, v, children=()):
        self.v = v
        self.children = list(children)

    def __eq__(self, other):
        return self.v == other.v and self.children == other.children


tree = Node(1, [Node(2), Node(3)])
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow.children is tree.children, deep.children is tree.children, deep == tree, deep.children[0] is tree.children[0])
x = [1, [2, 3], {"k": [4]}, (5, [6])]
y = copy.deepcopy(x)
y[1].append(9)
y[3][1].append(7)
print(x, y, copy.copy(x)[1] is x[1])
loop = [1]
loop.append(loop)
c = copy.deepcopy(loop)
print(c[1] is c, c is not loop, copy.copy({1}), copy.deepcopy((1, 2)) is not None, copy.deepcopy("s"), copy.copy(None))


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Custom(self.n + 1)

    def __deepcopy__(self, memo):
        return Custom(self.n + 100)


print(copy.copy(Custom(1)).n, copy.deepcopy([Custom(1)])[0].n, copy.deepcopy({"e": ValueError("a", 1)})["e"].args)


class Stack(list):
    pass


s = Stack([1, [2]])
s.tag = "t"
t = copy.deepcopy(s)
print(type(t).__name__, t, t.tag, t[1] is s[1])
try:
    copy.deepcopy(x for x in [])
except TypeError as error:
    print(error)

print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.capwords("hello  big world"))
t = string.Template("$who likes ${what}s, $$5, $missing")
print(t.safe_substitute(who="tim", what="kung pao"))
for bad in (lambda: t.substitute(who="x", what="y"), lambda: string.Template("a $ b").substitute(), lambda: string.Template("a\n$1").substitute()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(string.Template("$a-$b").substitute({"a": 1}, b=2), string.Template("$x $y $x").get_identifiers(), string.Formatter().format("{0} {a!r}", 1, a="z"))

f = io.StringIO("line one\nline two\nlast")
print(repr(f.readline()), f.tell(), f.read(4), list(f), f.read(), f.seek(0), f.readlines())
f = io.StringIO()
print(f.write("abc"), f.getvalue(), f.seek(1), f.write("ZZZ"), f.getvalue(), f.truncate(2), f.getvalue())
print("to", "buffer", sep="-", file=f)
with io.StringIO("x") as g:
    print(g.read(), f.getvalue())
for bad in (lambda: g.read(), lambda: f.write(3), lambda: io.StringIO(3), lambda: f.seek(-1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
b = io.BytesIO(b"ab\ncd")
print(b.read(1), b.readline(), b.read(), b.getvalue(), b.seek(0, 2), b.write(b"!"), b.getvalue())
