# x op= y: the target is evaluated once, in place where the type can.
log = []


class Number:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"N({self.n})"


def make(name):
    def forward(self, other):
        log.append(name)
        return Number(f"({self.n}{name}{other})")

    return forward


for name in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
    setattr(Number, f"__{name}__", make(name))
    if name not in ("sub", "pow"):
        setattr(Number, f"__i{name}__", make("i" + name))

n = Number("n")
n += 1
n -= 1
n *= 2
n /= 2
n //= 3
n %= 3
n **= 2
n <<= 1
n >>= 1
n &= 1
n |= 1
n ^= 1
n @= 1
print(log)
print(n)


class Container(dict):
    def __getitem__(self, key):
        print("get", key)
        return dict.get(self, key, 0)

    def __setitem__(self, key, value):
        print("set", key, value)
        dict.__setitem__(self, key, value)


def get(thing):
    print("target")
    return thing


def key():
    print("key")
    return "k"


def add(n):
    print("value")
    return n


box = Container()
get(box)[key()] += add(5)
get(box)[key()] -= add(2)


class Plain:
    count = 10


p = Plain()
get(p).count += add(1)
print(p.count, Plain.count)

a = b = [1]
a += (2, 3)
print(a is b, b)
a = a + [4]
print(a is b, b)
t = u = (1,)
t += (2,)
print(t is u, t, u)
s = r = {1}
s |= {2}
print(s is r, r)
s = s | {3}
print(s is r)
d = e = {"a": 1}
d |= {"b": 2}
print(d is e, e)
d |= [("c", 3)]
print(d)
text = "ab"
text *= 3
print(text)
items = [1, 2]
items *= 2
print(items)
x = 7
x //= 2
x **= 3
x %= 10
x <<= 4
x |= 1
x ^= 3
x >>= 1
x &= 0xFF
print(x)
y = 1
y /= 4
print(y)
z = True
z += True
print(z)
pair = ([1], 2)
try:
    pair[0] += [5]
except TypeError as error:
    print(error, pair)
for left, right in (("a", 1), (1, "a"), ([1], 1), (None, 1), ({1}, [2]), ((1,), [2])):
    try:
        left += right
    except TypeError as error:
        print(error)
try:
    missing += 1
except NameError as error:
    print(error)


def local():
    counter += 1


counter = 0
try:
    local()
except UnboundLocalError as error:
    print(error)


class Silent:
    def __iadd__(self, other):
        return NotImplemented

    def __radd__(self, other):
        return "radd"

    def __add__(self, other):
        return "add"


q = Silent()
q += 1
print(q)


class Gone:
    def __iadd__(self, other):
        pass


g = Gone()
g += 1
print(g)
