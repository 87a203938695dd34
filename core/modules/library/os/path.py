# os.path: paths as texts.
# Not for: what is there; nothing is.
from os import fspath as _fspath

sep, curdir, pardir, extsep = "/", ".", "..", "."


def join(a, *p):
    path = _fspath(a)
    for part in p:
        part = _fspath(part)
        if part.startswith("/") or not path:
            path = part
        else:
            path += part if path.endswith("/") else "/" + part
    return path


def split(p):
    head, slash, tail = _fspath(p).rpartition("/")
    head += slash
    return (head.rstrip("/") or head), tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _fspath(p)
    begin = p.rfind("/") + 1
    dot = p.rfind(".")
    if dot < begin or not p[begin:dot].strip("."):
        return p, ""
    return p[:dot], p[dot:]


def isabs(s):
    return _fspath(s).startswith("/")


def normpath(path):
    path = _fspath(path)
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and (parts and parts[-1] != ".." or path.startswith("/")):
            if parts:
                parts.pop()
        else:
            parts.append(part)
    return ("/" if path.startswith("/") else "") + "/".join(parts) or "."


def abspath(path):
    return normpath(join("/", path))


realpath = abspath


def expanduser(path):
    path = _fspath(path)
    return "/home/playground" + path[1:] if path == "~" or path.startswith("~/") else path


def exists(path):
    return False


isfile = isdir = islink = lexists = exists


def getsize(filename):
    raise FileNotFoundError(2, "No such file or directory", _fspath(filename))


getmtime = getctime = getatime = getsize
