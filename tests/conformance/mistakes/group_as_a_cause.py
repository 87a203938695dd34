try:
    raise ExceptionGroup("first", [ValueError(1), TypeError(2)])
except ExceptionGroup as e:
    raise RuntimeError("second") from e
