# Assignment: the value first, then the targets from the left; stars, nesting, swapping.
log = []


class Spy:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __setattr__(self, name, value):
        log.append(f"{self.name}.{name}={value!r}")

    def __setitem__(self, key, value):
        log.append(f"{self.name}[{key!r}]={value!r}")

    def __getitem__(self, key):
        log.append(f"get {self.name}[{key!r}]")
        return self


def spy(name):
    log.append(f"call {name}")
    return Spy(name)


def value(x):
    log.append(f"value {x!r}")
    return x


def flush(title):
    print(title, log)
    log.clear()


spy("a").x = spy("b").y = value(1)
flush("chain")
spy("a")[value("k")], spy("b").z = value(2), value(3)
flush("tuple")
[spy("l")[0], (spy("m").n, *spy("o").rest)] = value(1), value((2, 3, 4))
flush("nested")
spy("s")[value(1) : value(2) : value(3)] = value("slice")
flush("slice")
spy("d")[1][2].x = value(5)
flush("path")

a, b = 1, 2
a, b = b, a
print(a, b)
x, y, z = 1, 2, 3
x, y, z = z, x, y
print(x, y, z)
i = 0
numbers = [0, 0, 0]
i, numbers[i] = 1, "one"
print(i, numbers)
i, numbers[i], i = 2, "two", 0
print(i, numbers)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "abc"
print(start, end)
head, *tail = (1,)
print(head, tail)
(p, q), r = [1, 2], 3
print(p, q, r)
((m, *n), o) = ("word", 5)
print(m, n, o)
[u, v] = {"k1": 1, "k2": 2}
print(u, v)
c = d = e = []
c.append(1)
print(d, e is c)
for bad in ([1], [1, 2, 3], 5, None, iter([])):
    try:
        f, g = bad
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for bad in ([], [1], range(3)):
    try:
        f, g, *h = bad
        print(f, g, h)
    except ValueError as error:
        print(type(error).__name__, error)


def generate():
    for n in range(10):
        log.append(n)
        yield n


try:
    f, g = generate()
except ValueError as error:
    print(error)
flush("asked for")
f = lambda: 0
f.attribute = 1
print(f.attribute)
s = "unchanged"
s, t = (s + "!", s)
print(s, t)
