# Calls: order of evaluation, stars, methods, chained calls; unpacking in displays.
log = []


def t(x):
    log.append(x)
    return x


def f(*args, **kw):
    return args, kw


def flush():
    print(log)
    log.clear()


t("f") and f(t(1), t(2), a=t(3), b=t(4))
flush()
f(*t([1, 2]), t(3), *t([4]), **t({"a": 1}), b=t(5), **t({"c": 2}))
flush()
[t(1), *t([2]), t(3)]
{t("k"): t("v"), **t({}), t("k2"): t("v2")}
(t(1), t(2))[t(0)]
flush()
t("abc").replace(t("a"), t("b")).upper()
flush()
print(f(1, *[2, 3], *(), *"ab", x=1, **{"y": 2}, **{}))
print([*range(3), *[], *"ab"], (*"ab", 1), {*"a", *"b"} == {"a", "b"}, {**{"a": 1}, "a": 2, **{"b": 3}})
a, *b = *"xy", 1, 2
print(a, b)


def star_return():
    return 1, *[2, 3]


print(star_return(), [*star_return(), *star_return()])
for i in 1, *[2, 3]:
    print(i, end=" ")
print()


class C:
    def method(self, *args):
        return self.name, args

    @classmethod
    def cm(cls):
        return cls.__name__

    @staticmethod
    def sm(x):
        return x

    name = "c"

    def __call__(self, x):
        return f"called {x}"


c = C()
m = c.method
print(m(1), C.method(c, 2), c(5), C.cm(), c.cm(), c.sm(1), C.sm(2), m.__self__ is c, m.__func__ is C.method, m == c.method, m is c.method)
c.attribute = lambda x: x * 2
print(c.attribute(4))
print((lambda x: lambda y: x + y)(1)(2), [abs, len][1]("abc"), {"f": max}["f"](1, 5), str.upper("a"), "a".__add__("b"))
print(sorted([3, 1, 2], key=lambda x: -x, reverse=True), max("bb", "a", key=len), list(map(f, [1], [2])), (print)("p"))
for bad in (
    lambda: f(**{"a": 1}, **{"a": 2}), lambda: f(a=1, **{"a": 2}), lambda: f(*1), lambda: f(**1), lambda: f(**{1: 2}), lambda: [*1],
    lambda: {**[1]}, lambda: {*1}, lambda: (*None,), lambda: c.missing(), lambda: None(), lambda: "a"(), lambda: c.method.missing, lambda: C.method(),
    lambda: len(), lambda: len(1, 2), lambda: "a".upper(1), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: str.upper(), lambda: str.upper(5),
    lambda: list.append([], x=1), lambda: print(1, foo=2), lambda: int(x=5), lambda: sorted(), lambda: max(), lambda: isinstance(1), lambda: range(), lambda: object(1),
):
    try:
        bad()
        print("no error")
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Iterable:
    def __iter__(self):
        print("iterated")
        return iter([1, 2])


class Mapping:
    def keys(self):
        print("keys")
        return ["a", "b"]

    def __getitem__(self, key):
        print("get", key)
        return key * 2


print(f(*Iterable(), **Mapping()), [*Iterable()], {**Mapping()})


def generator():
    yield 1
    raise ValueError("in the middle")


try:
    f(*generator())
except ValueError as error:
    print(error)
print(f(*(x for x in range(3)), **dict(z=1)), f(x for x in [1])[1], f(*{"k": 1}), f(*{"k": 1}.items()))
