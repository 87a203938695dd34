class Registry(type):
    known = {}

    def __new__(mcls, name, bases, namespace, **keywords):
        print("new", name, [b.__name__ for b in bases], keywords, "__qualname__" in namespace)
        cls = super().__new__(mcls, name, bases, namespace)
        mcls.known[name] = cls
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)
        cls.label = keywords.get("label", name.lower())

    def __call__(cls, *args, **kwargs):
        print("making", cls.__name__)
        return super().__call__(*args, **kwargs)

    def __len__(cls):
        return len(cls.known)

    def __iter__(cls):
        return iter(sorted(cls.known))

    def __contains__(cls, name):
        return name in cls.known

    def __getitem__(cls, name):
        return cls.known[name]

    def __getattr__(cls, name):
        if name.startswith("make_"):
            return lambda: name
        raise AttributeError(name)

    def __repr__(cls):
        return f"<reg {cls.__name__}>"

    def __or__(cls, other):
        return (cls.__name__, other)

    @property
    def size(cls):
        return 42


class Base(metaclass=Registry, label="root"):
    def __init__(self, x):
        self.x = x


class Child(Base):
    def hello(self):
        return super().__init__, self.x


print(Base.label, Child.label, Child(3).x, len(Base), list(Child), "Base" in Child, Base["Child"], Child.make_it(), Child.size)
print(type(Child), type(Child) is Registry, isinstance(Child, Registry), Base | 3, Registry.__mro__)
try:
    Child(1).size
except AttributeError as error:
    print(error)
try:
    Child.nothing
except AttributeError as error:
    print(error)
Child.extra = 5
print(Child.extra, Child(1).extra)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, v=1):
        self.v = v


print(Config(1) is Config(2), Config().v)


class Other(type):
    pass


try:
    class Clash(Base, metaclass=Other):
        pass
except TypeError as error:
    print(error)


class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        print("prepare", name, keywords)
        return {"prepared": True}

    def __new__(mcls, name, bases, namespace, **keywords):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.order = [k for k in namespace if not k.startswith("__")]
        return cls

    def __instancecheck__(cls, instance):
        return instance == 42

    def __subclasscheck__(cls, sub):
        return sub is int


class Fields(metaclass=Ordered, flag=1):
    b = 1
    a = 2

    def method(self):
        return __class__


print(Fields.order, Fields.prepared, Fields().method() is Fields, isinstance(42, Fields), isinstance(4, Fields), issubclass(int, Fields), issubclass(str, Fields))
print(isinstance(4, (str, Fields, int)), isinstance(42, (str, Fields)))


class Noisy(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("set", key, value)
        super().__setitem__(key, value)


class Watch(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Noisy()

    def __new__(mcls, name, bases, namespace):
        return type.__new__(mcls, name, bases, dict(namespace))


class Watched(metaclass=Watch):
    x = 1
    y = x + 1
    for i in range(2):
        pass


print(Watched.y, Watched.__name__)


def factory(name, bases, namespace):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")))


class NotAClass(metaclass=factory):
    q = 1


print(NotAClass)
Made = Registry("Made", (Base,), {"z": 1}, label="m")
print(Made, Made.z, Made.label, type("Plain", (Base,), {}))


class Sub(list[int]):
    pass


print(Sub.__bases__, Sub.__orig_bases__)


class Stand:
    def __mro_entries__(self, bases):
        return (Base,)


class Derived(Stand()):
    pass


print(Derived.__bases__)
try:
    class Bad(3):
        pass
except TypeError as error:
    print(type(error).__name__)
try:
    isinstance([], list[int])
except TypeError as error:
    print(error)
