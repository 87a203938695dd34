def f(*args, **keywords):
    pass

f(**{}, *[1])
