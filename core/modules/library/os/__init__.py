# os: what of it needs no files and no processes.
# Not for: files; a name of theirs says so when it is used.
import sys as _sys

name, sep, altsep, linesep, curdir, pardir, extsep, pathsep, devnull = "posix", "/", None, "\n", ".", "..", ".", ":", "/dev/null"
environ = {"HOME": "/home/playground", "USER": "playground", "LANG": "C.UTF-8"}
error = OSError


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getpid():
    return 1


def getppid():
    return 0


def cpu_count():
    return 4


process_cpu_count = cpu_count


def getcwd():
    return "/"


def getlogin():
    return "playground"


def urandom(size):
    from secrets import token_bytes
    return token_bytes(size)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def strerror(code):
    return f"Unknown error {code}"


def get_terminal_size(fd=1):
    raise OSError("the playground has no terminal")


_FILES = frozenset(
    "open listdir mkdir makedirs remove unlink rename replace rmdir removedirs stat walk scandir chdir access chmod close "
    "read write link symlink truncate utime fdopen".split())
_PROCESSES = frozenset("system popen fork kill execv execvp execve spawnv wait waitpid pipe killpg nice abort".split())


def __getattr__(attribute):
    if attribute == "path":
        import os.path
        return os.path
    if attribute in _FILES or attribute in _PROCESSES:
        what = "there are no files" if attribute in _FILES else "there are no processes"

        def refused(*args, **keywords):
            raise OSError(f"os.{attribute}() is not in the playground: {what}")

        return refused
    if attribute == "_exit":
        return _sys.exit
    raise AttributeError(f"module 'os' has no attribute {attribute!r}")
