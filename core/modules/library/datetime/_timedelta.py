# timedelta: a span in days, seconds and microseconds.
# Not for: dates, which move by it.
from _report import type_name as _type_name


class timedelta:
    __tp_name__ = "datetime.timedelta"
    __slots__ = ("days", "seconds", "microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = ((days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000), (minutes, 60000000),
                 (hours, 3600000000), (weeks, 604800000000))
        whole, fraction = 0, 0.0
        for name, (value, scale) in zip(("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"),
                                        parts):
            if isinstance(value, int):
                whole += value * scale
            elif isinstance(value, float):
                integer = int(value)
                whole += integer * scale
                left = (value - integer) * scale
                whole += int(left)
                fraction += left - int(left)
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {_type_name(value)}")
        return cls._of(whole + round(fraction))

    @classmethod
    def _of(cls, microseconds):
        self = object.__new__(cls)
        seconds, left = divmod(microseconds, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        for name, value in (("days", days), ("seconds", seconds), ("microseconds", left)):
            object.__setattr__(self, name, value)
        return self

    def __setattr__(self, name, value):
        if name in timedelta.__slots__:
            raise AttributeError("readonly attribute")
        if type(self) is timedelta:
            raise AttributeError(f"'datetime.timedelta' object has no attribute {name!r} and no __dict__ for setting new "
                                 "attributes")
        object.__setattr__(self, name, value)

    def _total(self):
        return (self.days * 86400 + self.seconds) * 1000000 + self.microseconds

    def total_seconds(self):
        return self._total() / 1000000

    def __repr__(self):
        shown = [f"{name}={getattr(self, name)}" for name in self.__slots__ if getattr(self, name)]
        return f"{self.__class__.__module__}.{self.__class__.__qualname__}({', '.join(shown) or 0})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return text + (f".{self.microseconds:06d}" if self.microseconds else "")

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self.days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return timedelta._of(_rounded(self._total() * above, below))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_rounded(self._total(), other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return timedelta._of(_rounded(below * self._total(), above))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total(), other._total())
        return quotient, timedelta._of(rest)

    def __bool__(self):
        return self._total() != 0

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _rounded(above, below):
    # To the nearest whole number, halves to the even one.
    quotient, rest = divmod(above, below)
    rest *= 2
    if (rest > below if below > 0 else rest < below) or rest == below and quotient % 2:
        quotient += 1
    return quotient


timedelta.min, timedelta.max = timedelta(-999999999), timedelta._of(999999999 * 86400000000 + 86399999999)
timedelta.resolution = timedelta(microseconds=1)
