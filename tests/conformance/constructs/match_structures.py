# match: sequences, mappings, classes, nesting, names that stay bound.
from dataclasses import dataclass
from collections import namedtuple, deque, OrderedDict


def sequence(x):
    match x:
        case []:
            return "empty"
        case [1]:
            return "just one"
        case [1, 2]:
            return "one two"
        case [1, *rest]:
            return "one and", rest
        case [*start, 9]:
            return start, "and nine"
        case (a, [b, *_], *c):
            return a, b, c
        case [a, _, c]:
            return a, c
        case [*all]:
            return "all", all
        case _:
            return "no sequence"


for x in ([], (), [1], (1, 2), [1, 2, 3], [5, 9], [5, [6, 7], 8], [5, [], 7], range(3), deque([4]), "word", b"w", {1: 2}, {1}, iter([1]), 5):
    print(x if not hasattr(x, "__next__") else "iterator", "->", sequence(x))


def mapping(x):
    match x:
        case {"type": "circle", "r": r}:
            return "circle", r
        case {"type": "rect", "w": w, "h": h, **rest}:
            return "rect", w, h, rest
        case {"a": {"b": [first, *_]}}:
            return "nested", first
        case {1: _, None: x}:
            return "keys", x
        case {**everything} if len(everything) == 1:
            return "one pair", everything
        case {}:
            return "a mapping"
        case _:
            return "no mapping"


for x in (
    {"type": "circle", "r": 1, "z": 2}, {"type": "rect", "w": 1, "h": 2}, {"type": "rect", "w": 1, "h": 2, "k": 3},
    {"a": {"b": [7, 8]}}, {1: 0, None: 5}, {"x": 1}, {}, {"x": 1, "y": 2}, OrderedDict(q=1, r=2), [], "x",
):
    print(x, "->", mapping(x))


@dataclass
class Point:
    x: int
    y: int


Named = namedtuple("Named", "p q")


class Plain:
    def __init__(self, **kw):
        self.__dict__.update(kw)


class Positional(Plain):
    __match_args__ = ("a", "b")


def classes(x):
    match x:
        case Point(0, 0):
            return "origin"
        case Point(0, y) | Point(y, 0):
            return "on an axis", y
        case Point(x=px, y=py) if px == py:
            return "diagonal", px
        case Point():
            return "point"
        case Named(p, q=5):
            return "named", p
        case Positional(a, b=[b0, *_]):
            return "positional", a, b0
        case Plain(a=1):
            return "plain"
        case int(n) | float(n):
            return "number", n
        case str(s):
            return "str", s
        case bool() | list([_, y]):
            return "list of two", y
        case dict(d):
            return "dict", d
        case _:
            return "other"


for x in (
    Point(0, 0), Point(0, 5), Point(6, 0), Point(2, 2), Point(1, 2), Named(1, 5), Named(1, 6), Positional(a=1, b=[2, 3]),
    Plain(a=1), Plain(b=1), True, 2.5, "s", [1, 2], {"k": 1}, None,
):
    try:
        print(type(x).__name__, "->", classes(x))
    except UnboundLocalError as error:
        print(error)


def nested(x):
    match x:
        case [Point(x=x1), {"to": Point(y=y2) as end}, ("a" | "b") as letter, *_]:
            return x1, y2, end, letter
        case (1 | 2, (3 | 4) as b) | [b, "other"]:
            return b


print(nested([Point(1, 2), {"to": Point(3, 4)}, "b", 0]), nested((2, 4)), nested(["q", "other"]))


def bound_before_failing(x):
    match x:
        case [a, 1]:
            pass
        case [b, 2]:
            pass
    return sorted(k for k in locals() if k != "x")


print(bound_before_failing([5, 2]), bound_before_failing([5, 3]))
for pattern in (lambda: classes_error(1), lambda: classes_error(2), lambda: classes_error(3)):
    pass


def classes_error(n, x=Point(1, 2)):
    match n:
        case 1:
            match x:
                case Point(1, 2, 3):
                    pass
        case 2:
            match x:
                case Point(1, x=1):
                    pass
        case 3:
            match 5:
                case print():
                    pass
        case 4:
            match Plain():
                case Plain(1):
                    pass
        case 5:
            match {}:
                case dict(a, b):
                    pass


for n in range(1, 6):
    try:
        classes_error(n)
        print("no error")
    except TypeError as error:
        print(error)


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == "special"


class Special(metaclass=Meta):
    pass


match "special":
    case Special():
        print("by the hook")


class Props:
    __match_args__ = ("size",)

    @property
    def size(self):
        print("computed")
        return 3


match Props():
    case Props(4):
        print("four")
    case Props(3):
        print("three")
