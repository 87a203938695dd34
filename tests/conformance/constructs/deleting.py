# del: names, attributes, items, slices, nested targets; in which order.
class Spy:
    def __init__(self, name):
        self.name = name

    def __delattr__(self, name):
        print("del", self.name, name)

    def __delitem__(self, key):
        print("del", self.name, key)

    def __getitem__(self, key):
        print("get", self.name, key)
        return Spy(f"{self.name}[{key}]")


s = Spy("s")
del s.a, s["k"], (s.b, [s[1]]), s[1:2], s[::3], s[...], s[1, 2]
del s["x"]["y"].z
x = 1
del x
for use in (lambda: x,):
    try:
        use()
    except NameError as error:
        print(error)
try:
    del x
except NameError as error:
    print(error)


def local():
    y = 1
    del y
    try:
        y
    except UnboundLocalError as error:
        print(error)
    try:
        del y
    except UnboundLocalError as error:
        print(error)
    y = 2
    return y


print(local())


def cell():
    value = 1

    def inner():
        return value

    del value
    try:
        inner()
    except NameError as error:
        print(error)
    value = 5
    return inner()


print(cell())


def remove_global():
    global shared
    del shared


shared = 1
remove_global()
try:
    shared
except NameError as error:
    print(error)
items = list(range(10))
del items[0], items[-1], items[2:4], items[::2]
print(items)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
for bad in (lambda: d.__delitem__("z"), lambda: items.__delitem__(50)):
    try:
        bad()
    except (KeyError, IndexError) as error:
        print(type(error).__name__, error)


class Plain:
    shared = 1


p = Plain()
p.own = 2
del p.own
try:
    del p.own
except AttributeError as error:
    print(error)
try:
    del p.shared
except AttributeError as error:
    print(error)
del Plain.shared
print(hasattr(p, "shared"))
a = b = c = 0
del (a), [b, c]
print("a" in globals(), "b" in globals(), "c" in globals())


class Loud:
    def __del__(self):
        print("gone")


loud = other = Loud()
del loud
print("still there")
del other
print("after")
