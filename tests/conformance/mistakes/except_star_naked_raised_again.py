def f():
    raise ValueError("naked")

try:
    f()
except* ValueError:
    raise
