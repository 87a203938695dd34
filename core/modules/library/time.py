# struct_time and the functions that give one; the clocks and the texts are native.
# Not for: importing natives, they stand in this module's names already.


class struct_time(tuple):
    __tp_name__ = "final time.struct_time"
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    def __new__(cls, fields, dict=None):
        if len(fields) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(fields)}-sequence given)")
        return tuple.__new__(cls, tuple(fields)[:9])

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: tzname[0])
    tm_gmtoff = property(lambda self: -timezone)

    def __repr__(self):
        names = ("year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst")
        shown = ", ".join(f"tm_{name}={value!r}" for name, value in zip(names, self))
        return f"time.struct_time({shown})"


def gmtime(seconds=None, /):
    return struct_time(_gmtime(seconds))


def localtime(seconds=None, /):
    return struct_time(_localtime(seconds))


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    from datetime import date
    from datetime._reading import _strptime
    year, month, day, hour, minute, second, *_ = _strptime(data_string, format)
    return struct_time((*date(year, month, day).timetuple()[:3], hour, minute, second,
                        *date(year, month, day).timetuple()[6:8], -1))


def process_time_ns():
    return round(process_time() * 1000000000)


thread_time_ns = process_time_ns
