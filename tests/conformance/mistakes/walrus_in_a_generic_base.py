# The bases of a generic class stand in a scope of their own.
class Dish[T](base := list): pass
