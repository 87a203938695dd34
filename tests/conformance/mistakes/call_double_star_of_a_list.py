def f(**keywords):
    pass

f(**[1])
