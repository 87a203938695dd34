# A bound is evaluated later, in no generator.
def cook[T: (yield 1)](dish: T): pass
