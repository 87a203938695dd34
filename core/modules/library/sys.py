# sys: what programs ask of the interpreter they run in.
# Not for: settings of the machine that a script must not change.
from _report import type_name as _type_name


class _Stream:
    __tp_name__ = "open _io.TextIOWrapper"
    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name, write):
        self.name = name
        self.write = write

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        raise OSError("the playground has no file descriptors")

    def reconfigure(self, **settings):
        pass

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"


class _VersionInfo(tuple):
    __tp_name__ = "final sys.version_info"
    major = property(lambda self: self[0])
    minor = property(lambda self: self[1])
    micro = property(lambda self: self[2])
    releaselevel = property(lambda self: self[3])
    serial = property(lambda self: self[4])

    def __repr__(self):
        return "sys.version_info(major=%d, minor=%d, micro=%d, releaselevel=%r, serial=%d)" % self


stdout = __stdout__ = _Stream("<stdout>", _write_stdout)
stderr = __stderr__ = _Stream("<stderr>", _write_stderr)
version_info = _VersionInfo((3, 13, 0, "final", 0))
version = "3.13.0 (Loopscope)"
platform = "loopscope"
byteorder = "little"
maxsize = 9223372036854775807
maxunicode = 1114111
executable = ""
path = [""]
warnoptions = []
flags = ()
hexversion = 0x30D00F0
float_repr_style = "short"
_REFUSED = {
    "stdin": "a program cannot ask while it runs; write the value into it",
    "getsizeof": "objects have other sizes here",
    "getrefcount": "references are counted in another way here",
    "_getframe": "frames are not shown to programs",
    "settrace": "frames are not shown to programs",
    "setprofile": "frames are not shown to programs",
}


class _FloatInfo(tuple):
    def __repr__(self):
        return f"sys.float_info({', '.join([f'{name}={value!r}' for name, value in zip(_FLOAT_NAMES, self)])})"


def _float_info():
    for place, name in enumerate(_FLOAT_NAMES):
        setattr(_FloatInfo, name, property(lambda self, place=place: self[place]))
    return _FloatInfo((1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                       2.220446049250313e-16, 2, 1))


_FLOAT_NAMES = ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix",
                "rounds")


def __getattr__(name):
    if name == "float_info":
        globals()[name] = value = _float_info()
        return value
    if name in _REFUSED:
        raise AttributeError(f"sys.{name} is not in the playground: {_REFUSED[name]}")
    raise AttributeError(f"module 'sys' has no attribute {name!r}")


def getfilesystemencoding():
    return "utf-8"


def exit(status=None, /):
    if isinstance(status, SystemExit):
        raise status
    raise SystemExit(*(() if status is None else status if isinstance(status, tuple) else (status,)))


def getrecursionlimit():
    return _recursion_limit()


def setrecursionlimit(limit, /):
    if type(limit) is not int:
        raise TypeError(f"'{_type_name(limit)}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    if limit >= 2 ** 31:
        raise OverflowError("Python int too large to convert to C int")
    _set_recursion_limit(limit)


def getdefaultencoding():
    return "utf-8"


def exc_info():
    error = _handled_exception()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def __excepthook__(exctype, value, traceback, /):
    from traceback import print_exception
    print_exception(value)


excepthook = __excepthook__


def exception():
    return _handled_exception()


def intern(string, /):
    return string
