# datetime: dates, times of day, spans and fixed zones.
# Not for: zones with rules (zoneinfo); the clocks, which time has.
import time as _time
from operator import index as _index
from datetime._calendar import (
    MAXYEAR, MINYEAR, _DAYS, _LAST_ORDINAL, _MONTHS, _day_of_year, _days_in,
    _from_ordinal, _ordinal, _week_ordinal)
from datetime._timedelta import timedelta
from _report import type_name as _type_name


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    values = [_index(each) for each in (hour, minute, second, microsecond)]
    for name, value, limit in zip(("hour", "minute", "second", "microsecond"), values, (23, 59, 59, 999999)):
        if not 0 <= value <= limit:
            raise ValueError(f"{name} must be in 0..{limit}")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return values


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type {_type_name(tz)!r}")


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    sign = "-" if offset.days < 0 else "+"
    hours, rest = divmod(abs(offset), timedelta(hours=1))
    minutes, rest = divmod(rest, timedelta(minutes=1))
    text = f"{sign}{hours:02d}{colon}{minutes:02d}"
    if rest:
        text += f"{colon}{rest.seconds:02d}"
        if rest.microseconds:
            text += f".{rest.microseconds:06d}"
    return text


def _clock_text(hour, minute, second, microsecond, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    text = f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    ends = {"hours": 2, "minutes": 5, "seconds": 8, "milliseconds": 12, "microseconds": 15}
    if timespec not in ends:
        raise ValueError("Unknown timespec value")
    return text[:ends[timespec]]


def _strftime(self, format, timetuple):
    # %f and the zone are known here; the rest is the calendar's.
    pieces = []
    place = 0
    while place < len(format):
        end = format.find("%", place)
        if end < 0 or end + 1 == len(format):
            break
        pieces.append(format[place:end])
        code = format[end + 1]
        place = end + 2
        if code == ":" and format[place:place + 1] == "z":
            code = ":z"
            place += 1
        if code == "f":
            pieces.append(f"{getattr(self, 'microsecond', 0):06d}")
        elif code == "z" or code == ":z":
            offset = self.utcoffset() if hasattr(self, "utcoffset") else None
            pieces.append(_offset_text(offset, ":" if code == ":z" else ""))
        elif code == "Z":
            name = self.tzname() if hasattr(self, "tzname") else None
            pieces.append((name or "").replace("%", "%%"))
        else:
            pieces.append("%" + code)
    return _time.strftime("".join(pieces) + format[place:], timetuple)


class tzinfo:
    __tp_name__ = "datetime.tzinfo"

    def tzname(self, dt):
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("tzinfo subclass must override dst()")

    def fromutc(self, dt):
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc() requires a non-None utcoffset() result")
        delta = offset - (dt.dst() or timedelta(0))
        return dt + delta + ((dt + delta).dst() or timedelta(0)) if delta else dt


class timezone(tzinfo):
    __tp_name__ = "final datetime.timezone"

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_type_name(offset)}")
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}")
        self._offset, self._name = offset, name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)


timezone.utc = UTC = timezone(timedelta(0))
timezone.min, timezone.max = timezone(timedelta(hours=-23, minutes=-59)), timezone(timedelta(hours=23, minutes=59))


_PARTS = ("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold")


class _Fixed:
    # What dates and times share: attributes that stay, orders of the whole.
    def __setattr__(self, name, value):
        if name in self.__dict__ and name in _PARTS:
            owner = "time" if isinstance(self, time) else "date" if name in _PARTS[:3] else "datetime"
            raise AttributeError(f"attribute {name!r} of 'datetime.{owner}' objects is not writable")
        if type(self) in (date, time, datetime):
            raise AttributeError(f"{_type_name(self)!r} object has no attribute {name!r} and no __dict__ for setting new "
                                 "attributes")
        object.__setattr__(self, name, value)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)


class IsoCalendarDate(tuple):
    __tp_name__ = "final datetime.IsoCalendarDate"
    year, week, weekday = [property(lambda self, place=place: self[place]) for place in range(3)]

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % self


def _assign(self, **values):
    self.__dict__.update(values)
    return self


class date(_Fixed):
    __tp_name__ = "datetime.date"

    def __new__(cls, year, month, day):
        year, month, day = _check_date(year, month, day)
        return _assign(object.__new__(cls), year=year, month=month, day=day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= _LAST_ORDINAL:
            raise ValueError("ordinal must be >= 1" if n < 1 else "year is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_read_date(date_string))
        except (ValueError, IndexError) as error:
            if isinstance(error, ValueError) and ("range" in str(error) or "must be in" in str(error)):
                raise
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls.fromordinal(_week_ordinal(year, week, day))

    @classmethod
    def strptime(cls, date_string, format):
        return cls(*_strptime(date_string, format)[:3])

    def replace(self, year=None, month=None, day=None):
        return type(self)(self.year if year is None else year, self.month if month is None else month,
                          self.day if day is None else day)

    __replace__ = replace

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        thursday = self.toordinal() + 3 - self.weekday()
        year = _from_ordinal(thursday)[0]
        return IsoCalendarDate((year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.isoweekday()))

    def timetuple(self):
        return _time.struct_time((self.year, self.month, self.day, 0, 0, 0, self.weekday(),
                                  _day_of_year(self.year, self.month, self.day), -1))

    def ctime(self):
        return f"{_DAYS[self.weekday()]} {_MONTHS[self.month - 1]} {self.day:2d} 00:00:00 {self.year:04d}"

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def isoformat(self):
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    __str__ = isoformat

    def __repr__(self):
        return f"datetime.{type(self).__qualname__}({self.year}, {self.month}, {self.day})"

    def __hash__(self):
        return hash((self.year, self.month, self.day))

    def _compare(self, other, order):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return order((self.year, self.month, self.day), (other.year, other.month, other.day))

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)

    def _moved(self, days):
        number = self.toordinal() + days
        if not 1 <= number <= _LAST_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(number)

    def __add__(self, other):
        return self._moved(other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


class time(_Fixed):
    __tp_name__ = "datetime.time"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        return _assign(object.__new__(cls), hour=hour, minute=minute, second=second, microsecond=microsecond,
                       tzinfo=tzinfo, fold=fold)

    @classmethod
    def fromisoformat(cls, time_string):
        try:
            return cls(*_read_time(time_string.removeprefix("T")))
        except (ValueError, IndexError) as error:
            if isinstance(error, ValueError) and "must be in" in str(error):
                raise
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None

    def isoformat(self, timespec="auto"):
        return _clock_text(self.hour, self.minute, self.second, self.microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        shown = f"{self.hour}, {self.minute}"
        if self.second or self.microsecond:
            shown += f", {self.second}"
        if self.microsecond:
            shown += f", {self.microsecond}"
        if self.tzinfo is not None:
            shown += f", tzinfo={self.tzinfo!r}"
        return f"datetime.{type(self).__qualname__}({shown}{', fold=1' if self.fold else ''})"

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1))

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        given = dict(hour=hour, minute=minute, second=second, microsecond=microsecond, fold=fold)
        given = {name: getattr(self, name) if value is None else value for name, value in given.items()}
        return type(self)(**given, tzinfo=self.tzinfo if tzinfo is True else tzinfo)

    __replace__ = replace

    def _key(self):
        offset = self.utcoffset()
        total = (self.hour * 3600 + self.minute * 60 + self.second) * 1000000 + self.microsecond
        return offset is None, total - (0 if offset is None else offset._total())

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def _compare(self, other, order):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._key(), other._key()
        if a[0] != b[0]:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return order(a, b)


_time_class, _tzinfo_class = time, tzinfo


class datetime(date):
    __tp_name__ = "datetime.datetime"

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None or day is None:
            name, place = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        return _assign(object.__new__(cls), year=year, month=month, day=day, hour=hour, minute=minute, second=second,
                       microsecond=microsecond, tzinfo=tzinfo, fold=fold)

    @classmethod
    def _of_timestamp(cls, timestamp, broken, tz):
        whole = round(timestamp * 1000000) if isinstance(timestamp, float) else timestamp * 1000000
        seconds, micro = divmod(whole, 1000000)
        fields = broken(seconds)
        made = cls(*fields[:6], micro, tz)
        return made

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        if tz is None:
            return cls._of_timestamp(timestamp, _time.localtime, None)
        return tz.fromutc(cls._of_timestamp(timestamp, _time.gmtime, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        import warnings
        warnings.warn("datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. "
                      "Use timezone-aware objects to represent datetimes in UTC: "
                      "datetime.datetime.fromtimestamp(timestamp, datetime.UTC).", DeprecationWarning, stacklevel=2)
        return cls._of_timestamp(timestamp, _time.gmtime, None)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        import warnings
        warnings.warn("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use "
                      "timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
                      DeprecationWarning, stacklevel=2)
        return cls._of_timestamp(_time.time(), _time.gmtime, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            size = _date_size(date_string)
            fields = _read_date(date_string[:size])
            if len(date_string) > size:
                fields += _read_time(date_string[size + 1:])
            return cls(*fields)
        except (ValueError, IndexError) as error:
            if isinstance(error, ValueError) and ("range" in str(error) or "must be in" in str(error)):
                raise
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

    @classmethod
    def strptime(cls, date_string, format):
        return cls(*_strptime(date_string, format))

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return _time_class(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self):
        return _time_class(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True,
                *, fold=None):
        given = dict(year=year, month=month, day=day, hour=hour, minute=minute, second=second, microsecond=microsecond,
                     fold=fold)
        given = {name: getattr(self, name) if value is None else value for name, value in given.items()}
        return type(self)(**given, tzinfo=self.tzinfo if tzinfo is True else tzinfo)

    __replace__ = replace

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def _micro(self):
        # Since the first day, as the clock on the wall shows it.
        seconds = self.toordinal() * 86400 + self.hour * 3600 + self.minute * 60 + self.second
        return seconds * 1000000 + self.microsecond

    def timestamp(self):
        if self.tzinfo is None:
            seconds = _time.mktime((self.year, self.month, self.day, self.hour, self.minute, self.second, 0, 1, -1))
            return seconds + self.microsecond / 1e6
        return (self - _EPOCH).total_seconds()

    def _local_zone(self):
        seconds = int(self.timestamp()) if self.tzinfo is None else (self - _EPOCH) // timedelta(seconds=1)
        return timezone(timedelta(seconds=_time.localtime(seconds).tm_gmtoff), _time.localtime(seconds).tm_zone)

    def astimezone(self, tz=None):
        if tz is None:
            tz = self._local_zone()
        elif not isinstance(tz, tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        offset = self.utcoffset()
        if offset is None:
            offset = self._local_zone().utcoffset(self)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((self.year, self.month, self.day, self.hour, self.minute, self.second, self.weekday(),
                                  _day_of_year(self.year, self.month, self.day),
                                  -1 if dst is None else 1 if dst else 0))

    def utctimetuple(self):
        return (self - (self.utcoffset() or timedelta(0))).replace(tzinfo=None).timetuple()

    def ctime(self):
        clock = _clock_text(self.hour, self.minute, self.second, 0)
        return f"{_DAYS[self.weekday()]} {_MONTHS[self.month - 1]} {self.day:2d} {clock} {self.year:04d}"

    def isoformat(self, sep="T", timespec="auto"):
        clock = _clock_text(self.hour, self.minute, self.second, self.microsecond, timespec)
        return f"{date.isoformat(self)}{sep}{clock}{_offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        fields = [self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond]
        while len(fields) > 5 and fields[-1] == 0:
            fields.pop()
        shown = ", ".join([str(each) for each in fields])
        if self.tzinfo is not None:
            shown += f", tzinfo={self.tzinfo!r}"
        return f"datetime.{type(self).__qualname__}({shown}{', fold=1' if self.fold else ''})"

    def _key(self):
        offset = self.utcoffset()
        return offset is None, self._micro() - (0 if offset is None else offset._total())

    def __hash__(self):
        return hash(self._key()[1])

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, datetime) else NotImplemented

    def _compare(self, other, order):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._key(), other._key()
        if a[0] != b[0]:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return order(a, b)

    def _shifted(self, microseconds):
        days, left = divmod(self._micro() + microseconds, 86400000000)
        if not 1 <= days <= _LAST_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(left, 1000000)
        return type(self)(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro, self.tzinfo)

    def __add__(self, other):
        return self._shifted(other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other._total())
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._key(), other._key()
        if a[0] != b[0]:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(a[1] - b[1])


_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
time.min, time.max, time.resolution = time(), time(23, 59, 59, 999999), timedelta(microseconds=1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

from datetime._reading import _date_size, _read_date, _read_time, _strptime
