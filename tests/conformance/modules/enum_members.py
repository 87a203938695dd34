import asyncio
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name} is {self.value}"

    @classmethod
    def favourite(cls):
        return cls.BLUE

    @property
    def lower(self):
        return self.name.lower()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON)
print(list(Color), len(Color), Color, [c.name for c in reversed(Color)], list(Color.__members__))
print(Color.RED is Color.CRIMSON, Color.RED == 1, Color.RED in Color, 2 in Color, 9 in Color, isinstance(Color.RED, Color), type(Color.RED), type(Color))
print(Color.RED.describe(), Color.favourite(), Color.GREEN.lower, {Color.RED: "r"}[Color.RED], f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.RED)
for bad in (lambda: Color(7), lambda: Color["NOPE"], lambda: Color.NOPE, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE, lambda: Color.RED.nothing, lambda: Color()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    Color.RED.value = 4
except AttributeError as error:
    print("AttributeError")
try:
    class More(Color):
        PINK = 4
except TypeError as error:
    print(error)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)
try:
    @unique
    class Doubled(Enum):
        ONE = 1
        UNO = 1
except ValueError as error:
    print(error)


class State(Enum):
    PENDING = auto()
    RUNNING = auto()
    DONE = auto()


print([s.value for s in State], State.PENDING, State.DONE != State.RUNNING)


class Priority(IntEnum):
    LOW = 1
    HIGH = 10


print(Priority.HIGH, repr(Priority.HIGH), Priority.HIGH > Priority.LOW, Priority.HIGH + 1, sorted([Priority.HIGH, Priority.LOW]), f"{Priority.LOW}", Priority(10), Priority.LOW == 1, int(Priority.HIGH), max(Priority))
print(isinstance(Priority.LOW, int), [1, 2][Priority.LOW], "%d" % Priority.HIGH, str(Priority.LOW), {1: "x"}[Priority.LOW])


class Kind(StrEnum):
    START = auto()
    STOP = "halt"


print(Kind.START, repr(Kind.STOP), Kind.STOP == "halt", Kind.START.upper(), "-".join(Kind), Kind("halt"), f"{Kind.STOP!r:>20}")


class Text(str, Enum):
    A = "alpha"
    B = "beta"


print(Text.A, repr(Text.A), Text.A == "alpha", Text.A.value, Text("beta"), f"{Text.A}", Text.A.upper(), Text.B in ("beta",))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


p = Perm.R | Perm.X
print(p, repr(p), Perm.R in p, Perm.W in p, p & Perm.X, ~Perm.R, Perm.RW, list(Perm), list(p), bool(Perm.R & Perm.W), Perm(0), Perm(3), p ^ Perm.R, len(p), p.name, p.value)
print(repr(Perm(0)), Perm.R | Perm.W is Perm.RW, Perm["RW"], list(Perm.__members__))
try:
    Perm(64)
except ValueError as error:
    print(error)
try:
    Perm.R | 4
except TypeError as error:
    print(error)


class Bits(IntFlag):
    A = 1
    B = 2
    C = 4


print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A | 8, repr(Bits(8)), Bits.A + 1, repr(Bits.A | 8), Bits.C & 4, repr(~Bits.A), Bits(0))


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)


print(Planet.EARTH, f"{Planet.EARTH.gravity:.2f}", Planet.EARTH.value, repr(Planet.MERCURY))


class Coordinate(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        obj.unit = unit
        return obj
    PX = (0, "P.X", "km")
    PY = (1, "P.Y", "km")


print(Coordinate.PY, Coordinate(1).label)


class Weekday(Enum):
    MONDAY = 1
    SUNDAY = 7

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None


print(Weekday("monday"))
try:
    Weekday(3)
except ValueError as error:
    print(error)


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
    ALPHA = auto()
    BETA = auto()


print([n.value for n in Named])
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT.value, Animal, Enum("P", {"X": 5})["X"], Enum("L", ["A", "B"]).B, IntEnum("I", "ONE TWO", start=5).TWO)


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a, b):
        return a + b if self is Op.ADD else a - b

    def __str__(self):
        return f"op {self.value}"


print(Op.ADD(1, 2), Op.SUB, f"{Op.ADD}", repr(Op.ADD))


def react(s):
    match s:
        case State.PENDING:
            return "wait"
        case State.RUNNING | State.DONE:
            return "other"


print(react(State.PENDING), react(State.DONE))
print(hash(Color.RED) == hash(Color.RED), Color.RED != Color.GREEN, {State.DONE, State.DONE})


async def main():
    state = State.PENDING

    async def work():
        nonlocal state
        state = State.RUNNING
        await asyncio.sleep(0.1)
        state = State.DONE
        return state

    print(await asyncio.gather(work(), asyncio.sleep(0, Color.RED)), state)


asyncio.run(main())


class Shape(Enum):
    SQUARE = [2, 2]
    LINE = {"len": 1}


print(Shape([2, 2]), Shape.LINE.value, Shape({"len": 1}))


class Inner(Enum):
    X = 1

    class Deep:
        pass

    helper = enum.nonmember(5)


print(list(Inner), Inner.helper)
