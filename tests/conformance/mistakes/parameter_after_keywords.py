def f(**keywords, a):
    pass
