def decorate(function):
    raise ValueError("no")

@decorate
def f():
    pass
