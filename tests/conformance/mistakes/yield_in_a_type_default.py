# A default of a type parameter is evaluated later, too.
def cook[T = (yield)](dish: T): pass
