# Decorators: evaluated from the top, applied from the bottom; on functions, methods, classes.
import functools


def deco(name):
    print("evaluate", name)

    def apply(target):
        print("apply", name, getattr(target, "__name__", target))
        return target

    return apply


@deco("a")
@deco("b")
def f(x=print("default")):
    return "f"


@deco("c")
class C(print("base") or object):
    @deco("m1")
    @deco("m2")
    def method(self):
        return "m"

    @staticmethod
    @deco("s")
    def s():
        return "s"

    @property
    @deco("p")
    def p(self):
        return "p"


print(f(), C().method(), C.s(), C().p)


def replaces(function):
    return 5


@replaces
def five():
    pass


print(five)


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kw):
        wrapper.calls += 1
        return function(*args, **kw)

    wrapper.calls = 0
    return wrapper


@counted
def add(a, b=1):
    "Adds."
    return a + b


print(add(1), add(1, b=5), add.calls, add.__name__, add.__doc__, add.__wrapped__(2, 3))


class Register:
    def __init__(self):
        self.functions = {}

    def __call__(self, function):
        self.functions[function.__name__] = function
        return function

    def named(self, name):
        return lambda function: self.functions.setdefault(name, function)


register = Register()


@register
def one():
    return 1


@register.named("other")
def two():
    return 2


print(sorted(register.functions), register.functions["other"]())


class Cached:
    def __init__(self, function):
        self.function, self.cache = function, {}

    def __call__(self, *args):
        if args not in self.cache:
            print("computing", args[-1])
            self.cache[args] = self.function(*args)
        return self.cache[args]

    def __get__(self, instance, owner):
        return functools.partial(self, instance) if instance is not None else self


@Cached
def square(x):
    return x * x


print(square(3), square(3), square(4))


class Uses:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return True

    @Cached
    def triple(self, x):
        return x * 3


print(Uses().triple(2), Uses().triple(2))
decorators = [deco("from a list")]


@decorators[0]
def g():
    pass


@(lambda function: function)
def h():
    return "any expression"


print(h())
try:

    @undefined
    def i():
        pass
except NameError as error:
    print(error, "i" in globals())
try:

    @5
    def j():
        pass
except TypeError as error:
    print(error)


def repeat(times):
    def wrap(function):
        async def wrapper(*args):
            return [await function(*args) for _ in range(times)]

        return wrapper

    return wrap


import asyncio


@repeat(times=3)
async def hello(name):
    await asyncio.sleep(0.1)
    return f"hi {name}"


print(asyncio.run(hello("a")))
