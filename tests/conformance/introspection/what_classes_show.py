# The dict of a class is a proxy that nothing can be set in; dir lists what there is, for built-in types as well.
class Dish:
    """Something to eat."""

    price = 10

    def __init__(self, name):
        self.name = name

    def cook(self):
        self.name += "!"
        return self


class Empty:
    pass


class Pair:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left


class Private(Pair):
    __slots__ = ("__hidden",)


print(list(vars(Dish)), Dish.__static_attributes__, Dish.__firstlineno__)
print(type(Dish.__dict__), Dish.__dict__["price"], Dish.__dict__.get("missing"), "cook" in Dish.__dict__)
print({**vars(Dish)}["price"], list(dict(Dish.__dict__)) == list(Dish.__dict__), [name for name in vars(Dish) if name[0] != "_"])
print(list(vars(Empty)), Dish.__dict__["__dict__"], Dish.__dict__["__weakref__"], vars(Dish("soup")))
print(Empty.__dict__)
print(repr(Empty.__dict__))
for wrong in (
    lambda: Dish.__dict__.update(price=1), lambda: Dish.__dict__.__setitem__("price", 1), lambda: Dish.__dict__.pop("price"),
):
    try:
        wrong()
    except AttributeError as error:
        print(error)
try:
    Dish.__dict__["price"] = 1
except TypeError as error:
    print(error)
try:
    del Dish.__dict__["price"]
except TypeError as error:
    print(error)

print(list(vars(Pair)), Pair.left, type(Pair.left), Pair.left.__name__, Pair.left.__objclass__)
pair = Pair(1, 2)
print(Pair.left.__get__(pair), Pair.left.__get__(None, Pair) is not None, hasattr(Pair, "right"), hasattr(pair, "right"))
Pair.right.__set__(pair, 3)
print(pair.right, "left" in dir(pair), "__dict__" in dir(pair), "__weakref__" in dir(pair), "__dict__" in dir(Dish))
Pair.right.__delete__(pair)
for wrong in (
    lambda: pair.right, lambda: Pair.right.__get__(pair), lambda: Pair.left.__get__(1), lambda: Pair.left.__set__(1, 2), lambda: Pair.middle,
    lambda: Private(1, 2)._Private__hidden,
):
    try:
        print(wrong())
    except (AttributeError, TypeError) as error:
        print(error)
print(Private._Private__hidden, Private.left)

for thing in object(), 1, True, "", [], (), {}, set(), frozenset(), range(1), slice(1), None, map(len, []), {}.keys(), Empty(), Empty, Pair:
    print(type(thing), dir(thing))


class Menu:
    def __dir__(self):
        return [*super().__dir__(), "soup"]


print("soup" in dir(Menu()), sorted(object.__dir__(Menu())) == dir(Menu), sorted(Menu().__dir__()) == dir(Menu()))
print(int.__divmod__(7, 2), (7).__rdivmod__(2), (7).__divmod__("x"), 7.5.__divmod__(2), True.__divmod__(1), divmod(-7, 2))
print(hasattr([], "__bool__"), hasattr({}, "__iadd__"), hasattr(1.5, "__invert__"), hasattr(None, "__bool__"), hasattr("", "__getnewargs__"))
print((5).__getnewargs__(), "text".__getnewargs__(), (1, 2).__getnewargs__(), b"abcb".rindex(b"b"))
print(object.__subclasshook__(int), Empty().__getstate__(), Dish("rice").__getstate__())
