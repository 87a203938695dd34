def f():
    x = yield

f().send(5)
