def f():
    return *a
x = *[1]
