try:
    int("x")
except ValueError as e:
    raise RuntimeError("could not read") from e
