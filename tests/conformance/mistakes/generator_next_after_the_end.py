def numbers():
    yield 1

g = numbers()
print(next(g))
next(g)
