# Dates and times from texts: ISO's form and strptime's.
# Not for: writing them.
from datetime import timezone
from datetime._calendar import _DAYS, _FULL_DAYS, _FULL_MONTHS, _MONTHS, _from_ordinal, _ordinal, _week_ordinal
from datetime._timedelta import timedelta
from _report import type_name as _type_name


def _number(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _date_size(text):
    # How many letters of a date and time are the date's.
    if text[4] == "-":
        return 8 if text[5] == "W" and text[8:9] != "-" else 10
    return 7 if text[4] == "W" and not text[7:8].isdigit() else 8


def _read_date(text):
    if text[4:6].lstrip("-")[:1] == "W":
        year, _, place = text.replace("-", "").partition("W")
        dashed = f"{year}-W{place[:2]}-{place[2:]}" if place[2:] else f"{year}-W{place}"
        if text not in (dashed, f"{year}W{place}") or not (
                len(year) == 4 and 2 <= len(place) <= 3 and 0 < int(place[:2]) < 54):
            raise ValueError(text)
        return list(_from_ordinal(_week_ordinal(_number(year), _number(place[:2]), _number(place[2:] or "1"))))
    if len(text) == 8 and text.isdigit():
        return [_number(text[:4]), _number(text[4:6]), _number(text[6:])]
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        raise ValueError(text)
    return [_number(text[:4]), _number(text[5:7]), _number(text[8:])]


def _read_clock(text):
    # [hour, minute, second, microsecond] of 12:30:45.123 or 123045.
    text, mark, fraction = text.replace(",", ".").partition(".")
    parts = text.split(":") if ":" in text else [text[place:place + 2] for place in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or any([len(part) != 2 for part in parts]) or mark and (len(parts) != 3 or not fraction):
        raise ValueError(text)
    values = [_number(part) for part in parts] + [0] * (3 - len(parts))
    return values + [_number(fraction[:6].ljust(6, "0")) if mark else 0]


def _read_zone(text, sign):
    hours, minutes, seconds, micro = _read_clock(text)
    total = ((hours * 60 + minutes) * 60 + seconds) * 1000000 + micro
    return timezone(timedelta._of(-total if sign == "-" else total)) if total else timezone.utc


def _read_time(text):
    if text.endswith("Z"):
        return _read_clock(text[:-1]) + [timezone.utc]
    for sign in "+-":
        clock, mark, zone = text.partition(sign)
        if mark:
            return _read_clock(clock) + [_read_zone(zone, sign)]
    return _read_clock(text) + [None]


_WIDTHS = {"Y": 4, "m": 2, "d": 2, "H": 2, "I": 2, "M": 2, "S": 2, "y": 2, "j": 3, "f": 6, "w": 1, "U": 2, "W": 2}
_SPELLED = {"b": _MONTHS, "B": _FULL_MONTHS, "a": _DAYS, "A": _FULL_DAYS, "p": ("AM", "PM")}
_JOINED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "D": "%m/%d/%y", "R": "%H:%M",
           "F": "%Y-%m-%d"}
_WRONG = object()


def _strptime(text, format):
    for position, each in enumerate((text, format)):
        if not isinstance(each, str):
            raise TypeError(f"strptime() argument {position + 1} must be str, not {_type_name(each)}")
    for code, joined in _JOINED.items():
        format = format.replace("%" + code, joined)
    found = {}
    place = at = 0
    while at < len(format):
        letter = format[at]
        at += 1
        if letter.isspace():
            while text[place:place + 1].isspace():
                place += 1
            continue
        if letter != "%":
            if text[place:place + 1].lower() != letter.lower():
                break
            place += 1
            continue
        if at == len(format):
            raise ValueError(f"stray % in format '{format}'")
        code = format[at]
        at += 1
        end = _WRONG
        if code == "%":
            end = place + 1 if text[place:place + 1] == "%" else _WRONG
        elif code in _SPELLED:
            for index, word in enumerate(_SPELLED[code]):
                if text[place:place + len(word)].lower() == word.lower():
                    found[code.lower() if code in "bB" else code] = index
                    end = place + len(word)
                    break
        elif code in _WIDTHS:
            end = place
            while end < len(text) and end - place < _WIDTHS[code] and text[end] in "0123456789":
                end += 1
            if end == place or code == "Y" and end - place < 4:
                end = _WRONG
            else:
                digits = text[place:end]
                found[code] = int(digits.ljust(6, "0") if code == "f" else digits)
        elif code == "z":
            if text[place:place + 1] == "Z":
                end, found["z"] = place + 1, timezone.utc
            elif text[place:place + 1] in ("+", "-"):
                end = place + 1
                while end < len(text) and text[end] in "0123456789:":
                    end += 1
                found["z"] = _read_zone(text[place + 1:end], text[place])
        elif code == "Z":
            end = place
            while end < len(text) and text[end].isalpha():
                end += 1
            if text[place:end] in ("UTC", "GMT"):
                found["Z"] = text[place:end]
        else:
            raise ValueError(f"'{code}' is a bad directive in format '{format}'")
        if end is _WRONG:
            break
        place = end
    else:
        if place < len(text):
            raise ValueError(f"unconverted data remains: {text[place:]}")
        return _assembled(found, text, format)
    raise ValueError(f"time data {text!r} does not match format {format!r}")


def _assembled(found, text, format):
    year = found.get("Y", 1900)
    if "y" in found:
        year = found["y"] + (2000 if found["y"] < 69 else 1900)
    month, day = found.get("m", found.get("b", 0) + 1), found.get("d", 1)
    hour = found.get("H", 0)
    if "I" in found:
        hour = found["I"] % 12 + 12 * found.get("p", 0)
    if "j" in found and not {"m", "b", "d"} & set(found):
        year, month, day = _from_ordinal(_ordinal(year, 1, 1) + found["j"] - 1)
    for value, limit in ((month, 12), (day, 31), (hour, 23), (found.get("M", 0), 59), (found.get("S", 0), 61)):
        if value > limit:
            raise ValueError(f"time data {text!r} does not match format {format!r}")
    zone = found.get("z")
    return [year, month, day, hour, found.get("M", 0), found.get("S", 0), found.get("f", 0), zone]
