def f():
    yield 1

g = f()
next(g)
g.throw(ValueError("thrown"))
