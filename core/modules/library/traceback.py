# traceback: what exceptions look like, as texts.
# Not for: walking frames, which the machine does not show to programs.
import sys as _sys
from _report import format_exception as _format, stack as _stack

_NONE = object()


class FrameSummary:
    def __init__(self, filename, lineno, name, line=""):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, place):
        return (self.filename, self.lineno, self.name, self.line)[place]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    def format(self):
        return format_list(self)


def _exception(exc, value):
    if value is _NONE:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def _lines(text):
    # A frame's lines are one piece, as CPython gives them.
    pieces = []
    for line in text.splitlines(keepends=True):
        if line.startswith("    ") and pieces and pieces[-1].startswith("  File "):
            pieces[-1] += line
        else:
            pieces.append(line)
    return pieces


def _some(pieces, limit):
    return pieces if limit is None else pieces[:limit] if limit >= 0 else pieces[limit:]


def _limited(pieces, limit):
    # Of each traceback in it only so many frames.
    kept, frames = [], []
    for piece in [*pieces, ""] if limit is not None else ():
        if piece.startswith("  File "):
            frames.append(piece)
        elif frames and piece.startswith("  [Previous line repeated "):
            frames[-1] += piece
        else:
            if frames and limit == 0:
                kept.pop()
            kept += [*_some(frames, limit), piece]
            frames = []
    return kept[:-1] or pieces


def format_exception(exc, /, value=_NONE, tb=None, limit=None, chain=True, **options):
    error = _exception(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    if chain:
        return _limited(_lines(_format(error)), limit)
    kept = error.__cause__, error.__context__, error.__suppress_context__
    error.__cause__ = error.__context__ = None
    text = _format(error)
    error.__cause__, error.__context__, error.__suppress_context__ = kept
    return _limited(_lines(text), limit)


def format_exception_only(exc, /, value=_NONE, *, show_group=False):
    error = _exception(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    kept = error.__traceback__, error.__cause__, error.__context__, error.__suppress_context__
    error.__traceback__ = error.__cause__ = error.__context__ = None
    text = _format(error)
    error.__traceback__, error.__cause__, error.__context__, error.__suppress_context__ = kept
    return text.splitlines(keepends=True)


def print_exception(exc, /, value=_NONE, tb=None, limit=None, file=None, chain=True, **options):
    print("".join(format_exception(exc, value, tb, limit, chain)), end="", file=file or _sys.stderr)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exception(), limit=limit, file=file, chain=chain)


print_last = print_exc


def extract_tb(tb, limit=None):
    return _read_frames("" if tb is None else _format(Exception().with_traceback(tb)), limit)


def _read_frames(text, limit):
    frames = StackSummary()
    for piece in _lines(text):
        if piece.startswith("  File "):
            place, *source = piece.splitlines()
            name, number, function = place[8:].rsplit(", ", 2)
            frame = FrameSummary(name[:-1], int(number[5:]), function[3:], source[0].strip() if source else "")
            frame._text = piece
            frames.append(frame)
        elif piece.startswith("  [Previous line repeated "):
            frames.extend(frames[-1:] * int(piece.split()[3]))
    frames[:] = _some(frames, limit)
    return frames


def format_list(extracted_list):
    # More than three of one place are counted.
    lines = []
    place, times = None, 0
    for frame in [*extracted_list, (None, None, None, None)]:
        filename, lineno, name, line = frame
        if (filename, lineno, name) != place:
            if times > 3:
                lines.append(f"  [Previous line repeated {times - 3} more time{'s' if times > 4 else ''}]\n")
            place, times = (filename, lineno, name), 0
        times += 1
        if times <= 3 and filename is not None:
            text = f'  File "{filename}", line {lineno}, in {name}\n' + (f"    {line}\n" if line else "")
            lines.append(getattr(frame, "_text", text))
    return lines


def format_tb(tb, limit=None):
    if tb is None:
        return []
    return _some(_lines(_format(Exception().with_traceback(tb)))[1:-1], limit)


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), end="", file=file or _sys.stderr)


def extract_stack(f=None, limit=None):
    return _read_frames(_stack(), None if limit is None else -limit)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    print("".join(format_stack(f, limit)), end="", file=file or _sys.stderr)


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **options):
        self._error = exc_value
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback)

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        return iter(format_exception(self._error, chain=chain))

    def format_exception_only(self, **options):
        return iter(format_exception_only(self._error))

    def __str__(self):
        return str(self._error)
