class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
p.x = 5
print(p.x, p.y, hasattr(p, "__dict__"), Point.__slots__)
try:
    p.z = 3
except AttributeError as error:
    print(error)
del p.y
try:
    p.y
except AttributeError as error:
    print(error)
try:
    p.__dict__
except AttributeError as error:
    print(error)
try:
    vars(p)
except TypeError as error:
    print(error)


class Point3(Point):
    __slots__ = ["z"]


q = Point3(1, 2)
q.z = 3
print(q.x + q.y + q.z)
try:
    q.w = 1
except AttributeError as error:
    print(error)


class Free(Point):
    pass


f = Free(1, 2)
f.w = 4
print(f.w, "w" in f.__dict__)


class Private:
    __slots__ = ("__secret", "open")

    def __init__(self):
        self.__secret = 1

    def get(self):
        return self.__secret


print(Private().get())


class Empty(tuple):
    __slots__ = ()


try:
    Empty((1,)).x = 1
except AttributeError as error:
    print(error)


class One:
    __slots__ = "only"


one = One()
one.only = 1
try:
    one.more = 2
except AttributeError as error:
    print(error)
print(one.only)


class WithDict:
    __slots__ = ("a", "__dict__")


w = WithDict()
w.a = 1
w.b = 2
print(w.a, w.b)


class Error(Exception):
    __slots__ = ("code",)


e = Error("x")
e.other = 1
print(e.other)


class Set:
    __slots__ = ("v",)

    def set(self):
        for name in ("v", "w"):
            try:
                setattr(self, name, 1)
            except AttributeError as error:
                print(error)


Set().set()
