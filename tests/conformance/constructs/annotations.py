# Annotated assignments: what is evaluated, what is kept.
from typing import get_type_hints


def hint(name):
    print("hint", name)
    return name


def value(x):
    print("value", x)
    return x


x: hint("x") = value(1)
y: hint("y")
(z): hint("z") = value(2)
print(x, z, __annotations__)
try:
    y
except NameError as error:
    print(error)


class Point:
    x: int
    y: "Point" = None
    z: hint("class z") = value(3)
    print(__annotations__)


print(Point.__annotations__, Point.y, Point.z, hasattr(Point, "x"))
p = Point()
p.x: hint("attribute") = value(4)
print(p.x, Point.__annotations__)
items = [0]
items[0]: hint("item") = value(5)
print(items)


def function(a: hint("a"), b: hint("b") = value("default"), *c: hint("c"), d: hint("d"), **e: hint("e")) -> hint("return"):
    local: hint("never") = value("local")
    only: undefined_name
    return local


print(function.__annotations__)
print(function(1, d=2))


def unbound():
    only: int
    return only


try:
    unbound()
except UnboundLocalError as error:
    print(error)


def optional(a: "int" = None, *, b: list[int], c: dict[str, tuple[int, ...]]) -> None: ...


print(optional.__annotations__)
print(get_type_hints(optional))


class Child(Point):
    w: float = 1.5


print(Child.__annotations__)
print(int | str, list[int | None], (int | str) == (str | int), isinstance(5, int | str))
