# re: regular expressions over str.
# Not for: bytes; the syntax (_parser) and the matching (_re).
from enum import IntFlag as _IntFlag, KEEP as _KEEP
from re._parser import PatternError, compile_pattern as _compile_pattern
from re import _parser
from _re import find as _find
from _report import type_name as _type_name, warn as _warn

error = PatternError
_LARGE = 1 << 40
_MOST_KEPT = 512


class RegexFlag(_IntFlag, boundary=_KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        names = [f"re.{flag.name}" for flag in RegexFlag if flag & self]
        unknown = int(self) & ~(256 | 2 | 4 | 32 | 8 | 16 | 64 | 128)
        if unknown:
            names.append(hex(unknown))
        return "|".join(names) or "re.NOFLAG"

    __str__ = object.__str__


globals().update(RegexFlag.__members__)


def _bounds(string, pos, endpos):
    size = len(string)
    pos = min(max(pos, 0), size)
    return pos, min(max(endpos, pos), size)


class Match:
    __tp_name__ = "final re.Match"
    __iter__ = __reversed__ = None  # m[group] makes no sequence of it

    def __init__(self, pattern, string, spans, pos, endpos):
        self.re, self.string, self._spans = pattern, string, spans
        self.pos, self.endpos = pos, endpos

    def _index(self, group):
        if isinstance(group, int) and 0 <= group <= self.re.groups:
            return group
        if group in self.re.groupindex:
            return self.re.groupindex[group]
        raise IndexError("no such group")

    def _text(self, group, default=None):
        start, end = self._spans[group * 2:group * 2 + 2]
        return default if end < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._index(groups[0]))
        return tuple([self._text(self._index(group)) for group in groups])

    def __getitem__(self, group):
        return self._text(self._index(group))

    def groups(self, default=None):
        return tuple([self._text(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(group, default) for name, group in self.re.groupindex.items()}

    def span(self, group=0, /):
        group = self._index(group) * 2
        return (-1, -1) if self._spans[group + 1] < 0 else self._spans[group:group + 2]

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    @property
    def lastindex(self):
        return self._spans[-1] or None

    @property
    def lastgroup(self):
        for name, group in self.re.groupindex.items():
            if group == self._spans[-1]:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    def expand(self, template):
        return _filled(_template(self.re, template), self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class Pattern:
    __tp_name__ = "final re.Pattern"

    def __init__(self, pattern, flags):
        self._program, self._group_slots, self._slots, self.groupindex, flags = _compile_pattern(pattern, int(flags))
        self.pattern = pattern
        self.flags = flags if flags & 256 else flags | 32
        self.groups = self._group_slots // 2 - 1

    def _matches(self, string, pos, endpos, mode, most):
        if not isinstance(string, str):
            kind = _type_name(string)
            raise TypeError("cannot use a string pattern on a bytes-like object" if kind == "bytes" else
                            f"expected string or bytes-like object, got {kind!r}")
        pos, endpos = _bounds(string, pos, endpos)
        return [Match(self, string, spans, pos, endpos) for spans in
                _find(self._program, self._group_slots, self._slots, string, pos, endpos, mode, most)]

    def _one(self, string, pos, endpos, mode):
        found = self._matches(string, pos, endpos, mode, 1)
        return found[0] if found else None

    def match(self, string, pos=0, endpos=_LARGE):
        return self._one(string, pos, endpos, 0)

    def fullmatch(self, string, pos=0, endpos=_LARGE):
        return self._one(string, pos, endpos, 1)

    def search(self, string, pos=0, endpos=_LARGE):
        return self._one(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=_LARGE):
        return iter(self._matches(string, pos, endpos, 2, 0))

    def findall(self, string, pos=0, endpos=_LARGE):
        found = self._matches(string, pos, endpos, 2, 0)
        if self.groups > 1:
            return [each.groups("") for each in found]
        return [each._text(self.groups, "") for each in found]

    def split(self, string, maxsplit=0):
        pieces, done = [], 0
        for each in self._matches(string, 0, _LARGE, 2, maxsplit) if maxsplit >= 0 else []:
            pieces.append(string[done:each.start()])
            pieces += each.groups()
            done = each.end()
        return [*pieces, string[done:]]

    def subn(self, repl, string, count=0):
        if callable(repl):
            make = repl
        elif isinstance(repl, bytes):
            make = lambda match: repl
        else:
            parts = _template(self, repl)
            text = "".join(parts) if all([isinstance(part, str) for part in parts]) else None
            make = (lambda match: text) if text is not None else (lambda match: _filled(parts, match))
        pieces, done, made = [], 0, 0
        for each in self._matches(string, 0, _LARGE, 2, max(count, 0)):
            if each.start() > done:
                pieces.append(string[done:each.start()])
            value = make(each)
            if value is not None:
                if not isinstance(value, str):
                    raise TypeError(f"sequence item {len(pieces)}: expected str instance, {_type_name(value)} found")
                pieces.append(value)
            done = each.end()
            made += 1
        return "".join([*pieces, string[done:]]), made

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __eq__(self, other):
        return (self.pattern, self.flags) == (other.pattern, other.flags) if isinstance(other, Pattern) else NotImplemented

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        flags = self.flags & ~32
        shown = repr(self.pattern)
        if len(shown) > 200:
            shown = shown[:200]
        return f"re.compile({shown}, {RegexFlag(flags)!r})" if flags else f"re.compile({shown})"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def _template(pattern, text):
    # Texts and numbers of groups.
    if not isinstance(text, str):
        raise TypeError(f"decoding to str: need a bytes-like object, {_type_name(text)} found")
    parts, place = [], 0

    def group(number, where):
        if number > pattern.groups:
            raise PatternError(f"invalid group reference {number}", text, where)
        parts.append(number)

    while True:
        slash = text.find("\\", place)
        if slash < 0:
            return [*parts, text[place:]]
        parts.append(text[place:slash])
        letter = text[slash + 1:slash + 2]
        place = slash + 2
        if letter == "g":
            end = text.find(">", place)
            if text[place:place + 1] != "<":
                raise PatternError("missing <", text, place)
            name = text[place + 1:end] if end >= 0 else ""
            if end < 0:
                raise PatternError("missing group name" if place + 1 == len(text) else "missing >, unterminated name", text,
                                   place + 1)
            if not name:
                raise PatternError("missing group name", text, place + 1)
            if name.isdecimal():
                group(int(name), place + 1)
            elif not name.isidentifier():
                raise PatternError(f"bad character in group name {name!r}", text, place + 1)
            elif name not in pattern.groupindex:
                raise IndexError(f"unknown group name {name!r}")
            else:
                parts.append(pattern.groupindex[name])
            place = end + 1
        elif letter.isdecimal() and letter.isascii():
            digits = letter
            while len(digits) < 3 and text[place:place + 1].isdecimal():
                digits += text[place]
                place += 1
            octal = all([digit in "01234567" for digit in digits])
            if letter == "0" or len(digits) == 3 and octal and letter in "0123":
                if letter == "0" and not octal:
                    digits = digits[:1]
                    place = slash + 2
                parts.append(chr(int(digits, 8)))
            else:
                place = slash + 1 + len(digits[:2])
                group(int(digits[:2]), slash + 1)
        elif letter in _parser._SIMPLE and letter:
            parts.append(chr(_parser._SIMPLE[letter]))
        elif letter.isalpha() and letter.isascii():
            raise PatternError(f"bad escape \\{letter}", text, slash)
        else:
            parts.append("\\" + letter)


def _filled(parts, match):
    return "".join([part if isinstance(part, str) else match._text(part, "") for part in parts])


_kept = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, str):
        if isinstance(pattern, bytes):
            raise TypeError("Loopscope does not support patterns of bytes: use str")
        raise TypeError("first argument must be string or compiled pattern")
    key = pattern, int(flags)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        found = _kept[key] = Pattern(pattern, flags)
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def _positional(name, given, most, number, flags=0, *more):
    if more:
        raise TypeError(f"{name}() takes from {most - 2} to {most} positional arguments but {most + len(more)} were given")
    _warn(DeprecationWarning, f"'{given}' is passed as positional argument")
    return number, flags


def sub(pattern, repl, string, *args, count=0, flags=0):
    if args:
        count, flags = _positional("sub", "count", 5, *args)
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=0, flags=0):
    if args:
        count, flags = _positional("subn", "count", 5, *args)
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=0, flags=0):
    if args:
        maxsplit, flags = _positional("split", "maxsplit", 4, *args)
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


_SPECIAL = {letter: "\\" + letter for letter in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    return "".join([_SPECIAL.get(letter, letter) for letter in pattern])


def purge():
    _kept.clear()
