# The days of the calendar, counted from the first of year 1; names of days and months.
# Not for: times of day.
MINYEAR, MAXYEAR = 1, 9999
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST_ORDINAL = 3652059


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 28 + _is_leap(year) if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _day_of_year(year, month, day):
    return _DAYS_BEFORE[month] + (month > 2 and _is_leap(year)) + day


def _ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _day_of_year(year, month, day)


def _week_ordinal(year, week, day):
    first = _ordinal(year, 1, 4)
    return first - (first + 6) % 7 + (week - 1) * 7 + day - 1


def _from_ordinal(number):
    number -= 1
    cycles, number = divmod(number, 146097)
    centuries, number = divmod(number, 36524)
    leaps, number = divmod(number, 1461)
    years, number = divmod(number, 365)
    year = cycles * 400 + centuries * 100 + leaps * 4 + years + 1
    if years == 4 or centuries == 4:
        return year - 1, 12, 31
    month = 12
    while _DAYS_BEFORE[month] + (month > 2 and _is_leap(year)) > number:
        month -= 1
    return year, month, number - _DAYS_BEFORE[month] - (month > 2 and _is_leap(year)) + 1
