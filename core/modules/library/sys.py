# sys: what programs ask of the interpreter they run in.
# Not for: settings of the machine that a script must not change.


class _Stream:
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


def exit(status=None, /):
    raise SystemExit(status)


def getrecursionlimit():
    return _recursion_limit()


def setrecursionlimit(limit, /):
    if type(limit) is not int:
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _set_recursion_limit(limit)


def getdefaultencoding():
    return "utf-8"


def exc_info():
    error = _handled_exception()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def exception():
    return _handled_exception()


def intern(string, /):
    return string
