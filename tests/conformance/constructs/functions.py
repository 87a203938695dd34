# def: defaults, star arguments, positional-only, keyword-only; binding and its errors.
def attempt(work):
    try:
        print(work())
    except TypeError as error:
        print(error)


def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


attempt(lambda: f(1, c=3))
attempt(lambda: f(1, 5, 6, 7, c=3, d=8, e=9))
attempt(lambda: f(c=3, a=1, b=0))
attempt(lambda: f(1))
attempt(lambda: f(c=3))
attempt(lambda: f())
attempt(lambda: f(1, a=1, c=3))
attempt(lambda: f(*[1, 2, 3], *"xy", c=0, **{"z": 1}, **{"y": 2}))
attempt(lambda: f(1, c=3, **{"c": 4}))
attempt(lambda: f(1, **{"c": 4, 5: 6}))


def g(a, b, /, c, *, d):
    return a, b, c, d


attempt(lambda: g(1, 2, 3, d=4))
attempt(lambda: g(1, 2, c=3, d=4))
attempt(lambda: g(1, b=2, c=3, d=4))
attempt(lambda: g(1, 2, 3, 4))
attempt(lambda: g(1, 2))
attempt(lambda: g(a=1, b=2, c=3, d=4))
attempt(lambda: g(1, 2, 3, d=4, e=5))


def h(a, /, **kw):
    return a, kw


attempt(lambda: h(1, a=2))
attempt(lambda: h(a=2))


def three(a, b, c):
    return a + b + c


attempt(lambda: three())
attempt(lambda: three(1))
attempt(lambda: three(1, 2))
attempt(lambda: three(1, 2, 3, 4))
attempt(lambda: three(1, 2, 3, d=4))
attempt(lambda: three(*range(5)))
attempt(lambda: (lambda: 0)(1))
attempt(lambda: (lambda x, *, y: 0)(1))


def kwonly(*, first, second, third=3):
    pass


attempt(lambda: kwonly())
attempt(lambda: kwonly(second=1))
attempt(lambda: kwonly(1))
attempt(lambda: kwonly(1, first=1, second=2))


def defaults(a, b=[], c={}):
    b.append(a)
    c[a] = len(b)
    return b, c


print(defaults(1), defaults(2), defaults(3, []), defaults.__defaults__)
calls = []


def later(x=calls.append("evaluated once") or len(calls)):
    return x


print(later(), later(), calls)


def order(*args, **kw):
    return args, kw


def a(x):
    calls.append(x)
    return x


calls.clear()
order(a(1), *[a(2)], a(3), k=a(4), *[a(5)], **{"m": a(6)}, n=a(7))
print(calls)
print(order(*(), **{}), order(*"ab", *[1], x=1, **{"y": 2}))
print(f.__defaults__, f.__kwdefaults__, f.__name__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount)
f.extra = "attribute"
print(f.extra, f.__dict__)


def recursive(n):
    return 1 if n < 2 else n * recursive(n - 1)


print(recursive(20))


def outer():
    """The docstring."""

    def inner():
        "of inner"

    return inner


print(outer.__doc__, outer().__doc__, outer().__qualname__, (lambda: 0).__name__, outer.__module__)
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
for target in (5, "f", None, [], f(1, c=2)):
    attempt(lambda: target())
for bad in (lambda: f(*5), lambda: f(**5), lambda: f(**[1]), lambda: f(*None), lambda: print(**{1: 2})):
    attempt(bad)
