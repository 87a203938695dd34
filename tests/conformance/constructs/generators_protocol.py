# Generators: send, throw, close, return values, yield from, reentrance.
def echo():
    got = []
    while True:
        try:
            got.append((yield len(got)))
        except ValueError as e:
            got.append(repr(e))
        except GeneratorExit:
            print("closing with", got)
            raise


g = echo()
print(next(g), g.send("a"), next(g), g.throw(ValueError("v")), g.send(None))
g.close()
g.close()
for work in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError("late"))):
    try:
        work()
    except BaseException as e:
        print(repr(e))
try:
    echo().send("too early")
except TypeError as e:
    print(e)


def returns():
    yield 1
    return "result"


r = returns()
next(r)
try:
    next(r)
except StopIteration as e:
    print(repr(e), e.value)
try:
    next(r)
except StopIteration as e:
    print(repr(e), e.value)


def delegate():
    value = yield from returns()
    print("inner returned", value)
    other = yield from [10, 20]
    print("list gave", other)
    return (yield from echo())


d = delegate()
print([next(d) for _ in range(4)], d.send("through"), d.throw(ValueError("in")))
d.close()


def catches():
    try:
        yield from inner()
    except KeyError as e:
        yield f"caught {e!r}"
    finally:
        yield "even in finally"


def inner():
    yield "first"
    raise KeyError("inner")


print(list(catches()))


def stops():
    yield 1
    next(iter([]))


try:
    list(stops())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def ignores():
    while True:
        try:
            yield "still here"
        except GeneratorExit:
            pass


i = ignores()
next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)


def finishes():
    try:
        yield
    except GeneratorExit:
        return "value of close"


f = finishes()
next(f)
print(f.close())


def reentrant():
    try:
        next(me)
    except ValueError as e:
        yield str(e)


me = reentrant()
print(next(me))


def lazy():
    print("started")
    yield


lazy()
print("not started")
expression = (x * 2 for x in (print("evaluated now") or [1, 2]))
print("then", list(expression), list(expression))
print(type(expression).__name__, lazy.__name__, lazy().__name__, lazy().__qualname__)
print(g.gi_frame is None, r.gi_running, lazy().gi_yieldfrom)


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


fib = fibonacci()
print([next(fib) for _ in range(10)], [x for x, _ in zip(fib, "abc")], next(fib))


def recursive(tree):
    if isinstance(tree, list):
        for each in tree:
            yield from recursive(each)
    else:
        yield tree


print(list(recursive([1, [2, [3, [4]], 5], []])))


def bidirectional():
    total = 0
    while (x := (yield total)) is not None:
        total += x
    return total


b = bidirectional()
next(b)
print(b.send(1), b.send(2), b.send(3))
try:
    b.send(None)
except StopIteration as e:
    print("total", e.value)
