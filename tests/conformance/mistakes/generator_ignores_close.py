def f():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")

g = f()
next(g)
g.close()
