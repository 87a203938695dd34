def f():
    inside = 1

f()
print(inside)
