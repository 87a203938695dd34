def numbers(n):
    for i in range(n):
        got = yield i
        if got:
            print("got", got)
    return "end"

g = numbers(3)
print(next(g), g.send("hello"), next(g))
try:
    next(g)
except StopIteration as s:
    print(s.value)

def outer():
    result = yield from numbers(2)
    print("result", result)
    yield from [10, 20]

print(list(outer()))

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

def take(n, it):
    for x, _ in zip(it, range(n)):
        yield x

print(list(take(10, fib())))
print(sum(x * x for x in range(10) if x % 2), max(len(w) for w in "a bb ccc".split()))

def guarded():
    try:
        yield 1
        yield 2
    except ValueError as e:
        yield f"caught {e}"
    finally:
        print("closing")

g = guarded()
print(next(g), g.throw(ValueError("v")))
g.close()
g = guarded()
next(g)
del g
print("deleted")
gen = (i for i in range(3))
print(next(gen), list(gen), list(gen))
def empty():
    return
    yield
print(list(empty()))
a, b, *rest = fib_start = [x for x in take(5, fib())]
print(a, b, rest)
def walk(tree):
    if isinstance(tree, list):
        for t in tree:
            yield from walk(t)
    else:
        yield tree
print(list(walk([1, [2, [3, 4], 5], [[6]]])))
