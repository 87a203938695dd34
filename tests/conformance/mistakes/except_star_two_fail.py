try:
    raise ExceptionGroup("g", [ValueError("v"), TypeError("t"), OSError("o")])
except* ValueError:
    1 / 0
except* TypeError:
    [][0]
