x = 1
def f(x):
    global x
    x = 2
