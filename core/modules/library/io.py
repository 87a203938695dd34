# io: texts and bytes in memory as files.
# Not for: real files, there are none.
from _report import type_name as _type_name
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def close(self):
        self.closed = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file" if isinstance(self, StringIO)
                             else "I/O operation on closed file.")

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class TextIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class RawIOBase(IOBase):
    pass


class _Memory:
    # _parts: what was written at the end since the whole was last needed; appending stays cheap.
    def _start(self, initial):
        self._text = initial
        self._parts = []
        self._size = len(initial)
        self._position = 0

    def _whole(self):
        if self._parts:
            self._text += self._empty.join(self._parts)
            self._parts = []
        return self._text

    def getvalue(self):
        self._check()
        return self._whole()

    def tell(self):
        self._check()
        return self._position

    def seek(self, offset, whence=0, /):
        self._check()
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}" if self._empty == "" else f"negative seek value {offset}")
        if whence == 1:
            if self._empty == "" and offset:
                raise OSError("Can't do nonzero cur-relative seeks")
            offset += self._position
        elif whence == 2:
            if self._empty == "" and offset:
                raise OSError("Can't do nonzero cur-relative seeks")
            offset += self._size
        self._position = max(offset, 0)
        return self._position

    def truncate(self, size=None, /):
        self._check()
        size = self._position if size is None else size
        self._text = self._whole()[:size]
        self._size = len(self._text)
        return size

    def read(self, size=-1, /):
        self._check()
        begin = self._position
        end = self._size if size is None or size < 0 else min(begin + size, self._size)
        text = self._whole()[begin:end]
        self._position = max(begin, end)
        return text

    def readline(self, size=-1, /):
        self._check()
        text = self._whole()
        end = text.find(self._newline, self._position) + 1
        if not end:
            end = self._size
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        line = text[self._position:end]
        self._position = max(self._position, end)
        return line

    def _put(self, text):
        if self._position == self._size:
            self._parts.append(text)
        else:
            whole = self._whole()
            gap = self._padding * (self._position - self._size)
            self._text = whole[:self._position] + gap + text + whole[self._position + len(text):]
        self._position += len(text)
        self._size = max(self._size, self._position)
        return len(text)


class StringIO(_Memory, TextIOBase):
    __tp_name__ = "open _io.StringIO"
    _empty, _newline, _padding = "", "\n", "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {_type_name(initial_value)}")
        self._start(initial_value or "")

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{_type_name(s)}'")
        self._check()
        return self._put(s)


def _data(value):
    if not isinstance(value, bytes):
        raise TypeError(f"a bytes-like object is required, not {_type_name(value)!r}")
    return value


class BytesIO(_Memory, BufferedIOBase):
    __tp_name__ = "open _io.BytesIO"
    _empty, _newline, _padding = b"", b"\n", b"\0"

    def __init__(self, initial_bytes=b""):
        self._start(b"" if initial_bytes is None else _data(initial_bytes))

    def write(self, b, /):
        self._check()
        return self._put(_data(b))

    def getbuffer(self):
        return self.getvalue()


def __getattr__(name):
    if name in ("open", "FileIO", "TextIOWrapper", "BufferedReader", "BufferedWriter"):
        raise AttributeError(f"io.{name} is not in the playground: there are no files; use io.StringIO")
    raise AttributeError(f"module 'io' has no attribute {name!r}")
