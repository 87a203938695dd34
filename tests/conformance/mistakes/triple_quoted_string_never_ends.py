def f():
    """What it does.
    return 1
