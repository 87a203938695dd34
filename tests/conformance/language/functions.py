def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs

print(f(1, c=3))
print(f(1, 5, 6, 7, c=8, e=9))
print(f(*[1, 2, 3], **{"c": 4, "z": 5}))

def only_positional(x, /, y, *, z):
    return x + y + z

print(only_positional(1, y=2, z=3))
for call in (lambda: f(), lambda: f(1), lambda: f(1, 2, a=3, c=1), lambda: only_positional(x=1, y=2, z=3),
             lambda: only_positional(1, 2, 3), lambda: only_positional(1, 2, z=3, w=4), lambda: only_positional(1, 2)):
    try:
        call()
    except TypeError as e:
        print(e)

def defaults(x, acc=[]):
    acc.append(x)
    return acc

defaults(1)
print(defaults(2))

def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    return step

c = counter()
c()
print(c(10), c())
total = 0
def add():
    global total
    total += 1
add(); add()
print(total)
fs = [lambda: i for i in range(3)]
print([g() for g in fs], [(lambda i=i: i)() for i in range(3)])
print((lambda *a, **k: (a, k))(1, x=2))
