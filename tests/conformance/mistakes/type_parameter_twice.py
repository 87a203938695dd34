# Each name once.
def cook[T, *T](dish: T): pass
