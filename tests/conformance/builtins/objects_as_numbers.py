# Objects that say themselves what number, text or bytes they are, builtin subclasses among them.
import functools
import math


def outcome(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Sized:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Real:
    def __float__(self):
        return 2.7


class Rounded(int):
    def __floor__(self):
        return "floor"

    def __round__(self, digits=None):
        return "round", digits

    def __divmod__(self, other):
        return "divmod", other

    def __int__(self):
        return 99


class Raw:
    def __bytes__(self):
        return b"raw"


class Digits(str):
    def __index__(self):
        return 6


class Shown:
    def __repr__(self):
        return 5


class Formatted:
    def __format__(self, spec):
        return 5


for length in (-1, 2**70, "a", 1.0, True):
    outcome(lambda: len(Sized(length)))
    outcome(lambda: bool(Sized(length)))
print([1] * Index(2), Index(2) * "ab", bytes(Index(3)), range(5)[Index(2)], bytes(Raw()))
outcome(lambda: [1] * Index("a"))
print(math.floor(Real()), math.ceil(Real()), math.floor(Rounded(3)), round(Rounded(3)), round(Rounded(3), 2))
print(divmod(Rounded(3), 2), int(Rounded(3)), int(Digits("12")), float(Digits("12")))
outcome(lambda: math.trunc("a"))
outcome(lambda: str(Shown()))
outcome(lambda: repr(Shown()))
outcome(lambda: f"{Shown()}")
outcome(lambda: f"{Formatted()}")
outcome(lambda: functools.reduce(lambda a, b: a, 5))
outcome(lambda: functools.reduce(lambda a, b: a, []))
outcome(lambda: math.fsum(["1"]))
outcome(lambda: math.fsum([1e308, 1e308]))
outcome(lambda: math.prod([None]))
print(math.fsum([float("inf"), 1]), f"{5:٣}|{1.5:.٢f}", (-1).to_bytes(0, "big", signed=True))
print({}.pop([], "default"), int.from_bytes({1: 0, 2: 0}, "big"), hasattr(None, "__add__"), hasattr("", "__radd__"))
outcome(lambda: {}.pop([]))
outcome(lambda: "{:-9007199254740992.0}".format("a"))
outcome(lambda: str(OSError(5, None)))
