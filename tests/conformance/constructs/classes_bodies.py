# class statements: what runs when, bases, keywords, order of methods, special attributes.
def base(name):
    print("base", name)
    return type(name, (), {})


def decorate(cls):
    print("decorate", cls.__name__)
    cls.decorated = True
    return cls


def keyword():
    print("keyword")
    return 5


class Root:
    def __init_subclass__(cls, /, extra=None, **keywords):
        print("init_subclass", cls.__name__, extra, keywords)
        super().__init_subclass__(**keywords)


@decorate
class First(Root, base("B"), extra=keyword()):
    print("body")
    value = 1
    print(sorted(n for n in locals() if not n.startswith("__")), __qualname__, __module__)


print(First.decorated, First.__name__, First.__bases__[0].__name__, [c.__name__ for c in First.__mro__])


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


print(D().who(), [c.__name__ for c in D.mro()])
try:

    class Bad(A, B):
        pass
except TypeError as error:
    print(error)
try:

    class Odd(None):
        pass
except TypeError as error:
    print(error)
try:

    class Extra(A, unknown=1):
        pass
except TypeError as error:
    print(error)


class Descriptor:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        return f"{self.name} of {'class' if instance is None else 'instance'}"

    def __set__(self, instance, value):
        print("set", self.name, value)


class Uses:
    one = Descriptor()
    two = Descriptor()


print(Uses.one, Uses().two)
u = Uses()
u.one = 5
u.__dict__["one"] = "hidden"
print(u.one)


class Methods:
    count = 0

    @classmethod
    def make(cls, n):
        cls.count += n
        return cls, n

    @staticmethod
    def add(a, b):
        return a + b

    @property
    def size(self):
        """How large."""
        return self._size

    @size.setter
    def size(self, value):
        if value < 0:
            raise ValueError("negative")
        self._size = value

    @size.deleter
    def size(self):
        print("deleted")
        del self._size


m = Methods()
print(Methods.make(2)[1], m.make(3)[0].__name__, Methods.count, Methods.add(1, 2), m.add(3, 4))
m.size = 5
print(m.size, Methods.size.__doc__, type(Methods.size).__name__)
try:
    m.size = -1
except ValueError as error:
    print(error)
del m.size
for get in (lambda: m.size, lambda: m.missing, lambda: Methods.missing):
    try:
        get()
    except AttributeError as error:
        print(error)


class New:
    made = 0

    def __new__(cls, *args):
        cls.made += 1
        self = super().__new__(cls)
        print("new", args)
        return self if args != ("none",) else None

    def __init__(self, *args):
        print("init", args)


print(New(1), New.made) if False else print(type(New(1)).__name__, New("none"), New.made)


class Empty:
    pass


e = Empty()
e.a = 1
print(vars(e), e.__dict__ is e.__dict__, Empty.__doc__, Empty.__dict__.get("a"))
Empty.later = lambda self: self.a
print(e.later(), e.__class__ is Empty, isinstance(e, object), issubclass(Empty, object))
e.__class__ = A
print(e.who(), type(e).__name__)
print(type("Dynamic", (A,), {"x": 5, "hi": lambda self: "hi"})().hi())
