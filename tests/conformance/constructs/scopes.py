# Which variable a name means: global, nonlocal, closures, class bodies, comprehensions.
x = "module"


def reads():
    return x


def shadows():
    x = "local"
    return x, reads()


def declares():
    global x, made
    x = "changed"
    made = "new"


print(reads(), shadows())
declares()
print(x, made)


def counter():
    count = 0

    def up(by=1):
        nonlocal count
        count += by
        return count

    def get():
        return count

    return up, get


up, get = counter()
up2, get2 = counter()
print(up(), up(5), get(), up2(), get2())


def late():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


shared, bound = late()
print([f() for f in shared], [f() for f in bound])
functions = []
for n in range(3):
    functions.append(lambda: n)
print([f() for f in functions])


def deep():
    a = 1

    def one():
        b = 2

        def two():
            nonlocal a, b
            a += 10
            b += 20
            return a, b

        result = two()
        return result, a, b

    return one(), a


print(deep())


class Body:
    x = "class"
    y = x + "!"
    copies = [x for _ in range(1)]

    def method(self):
        return x

    def own(self):
        return self.x, Body.x

    z = (lambda: x)()
    first = [item for item in y]


print(Body.y, Body.copies, Body().method(), Body().own(), Body.z, Body.first)


def function_with_class():
    x = "enclosing"

    class Inner:
        print(x)
        x = "inner"
        print(x)

        def get(self):
            return x

    return Inner().get()


print(function_with_class())


def class_reads_global():
    class Inner:
        seen = x
        x = "now local to the class"

    return Inner.seen, Inner.x


print(class_reads_global())


def unbound():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1


unbound()


def conditional(flag):
    if flag:
        value = 1

    def inner():
        return value

    try:
        return inner()
    except NameError as error:
        return str(error)


print(conditional(True), conditional(False))
i = "kept"
[i for i in range(3)]
{i: i for i in range(3)}
print(i)
print([[i * j for j in range(2)] for i in range(3)], [x for x in [x]])
print([(a, b) for a in range(3) for b in range(a)])


def same_name(x):
    return [x for x in range(x)] + [x]


print(same_name(3))


def default_sees_outside(x=x):
    return x


x = "later"
print(default_sees_outside())


def exec_order():
    log = []

    def f(v):
        log.append(v)
        return v

    [f(1) for _ in [f(2)] if f(3)]
    {f(4): f(5) for _ in [0]}
    return log


print(exec_order())


def parameters_are_cells(a, *args, k, **kw):
    def inner():
        nonlocal a
        a += 1
        return a, args, k, kw

    return inner(), a


print(parameters_are_cells(1, 2, k=3, z=4))


def globals_and_locals():
    here = 1
    return sorted(locals()), "x" in globals()


print(globals_and_locals())


class Private:
    __secret = 1

    def get(self):
        __local = 2
        return self.__secret, __local, Private.__secret


print(Private().get(), Private._Private__secret, hasattr(Private, "__secret"))
