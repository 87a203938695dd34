def f():
    raise ExceptionGroup("g", [ValueError("v"), TypeError("t")])

try:
    f()
except* ValueError as e:
    raise KeyError("new") from e
