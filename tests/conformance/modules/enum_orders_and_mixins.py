# Flags in the order of their definition, enumerations over datetime's types, checks of named flags.
from datetime import date, timedelta
from enum import NAMED_FLAGS, Enum, Flag, IntFlag, auto, show_flag_values, verify


class Permission(IntFlag):
    READ = 4
    WRITE = 2
    RUN = 1


print(list(Permission), repr(Permission.RUN | Permission.READ), list(Permission(6)), ~Permission.WRITE)
print(Permission(7), str(Permission(3)), Permission.WRITE in Permission(6), len(Permission(7)))


class Period(timedelta, Enum):
    _ignore_ = "Period index"
    Period = vars()
    for index in range(3):
        Period[f"day_{index}"] = index


class Holiday(date, Enum):
    NEW_YEAR = 2024, 1, 1
    LIBERATION = 2024, 8, 15


print(list(Period), Period.day_2.days, Period.day_1 + Period.day_2)
print(Holiday.LIBERATION, Holiday.LIBERATION.weekday(), Holiday.LIBERATION - Holiday.NEW_YEAR, Holiday.NEW_YEAR.name)
for value in (0, 5, 24):
    print(show_flag_values(value))
try:

    @verify(NAMED_FLAGS)
    class Color(Flag):
        RED = auto()
        GREEN = auto()
        WHITE = 15
        NEON = 31
except ValueError as error:
    print(error)


@verify(NAMED_FLAGS)
class Whole(Flag):
    ONE = 1
    TWO = 2
    BOTH = 3


print(Whole.BOTH, list(Whole.BOTH))
short = timedelta(1)
try:
    short.days = 2
except AttributeError as error:
    print(error)
try:
    short.name = 2
except AttributeError as error:
    print(error)


class Named(timedelta):
    pass


named = Named(hours=1)
named.name = "an hour"
print(named.name, named)
