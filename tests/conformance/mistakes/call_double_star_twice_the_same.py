def f(**keywords):
    pass

f(**{"a": 1}, **{"a": 2})
