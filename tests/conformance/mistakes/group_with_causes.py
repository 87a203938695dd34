def make():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("because of it") from e
    except ValueError as e:
        return e

raise ExceptionGroup("with causes", [make(), OSError("alone")])
