# Task.get_stack and print_stack: where a task stands, or where its error came from.
# Not for: tracebacks of errors that end the program, which the machine prints.
import sys
from _asyncio import source_line


def get_stack(task, *, limit=None):
    frames = []
    frame = getattr(task._coro, "cr_frame", None)
    if frame is not None:
        if limit is None or limit > 0:
            frames.append(frame)
    elif task._exception is not None:
        entry = task._exception.__traceback__
        while entry is not None and (limit is None or len(frames) < limit):
            frames.append(entry.tb_frame)
            entry = entry.tb_next
    return frames


def print_stack(task, *, limit=None, file=None):
    if file is None:
        file = sys.stderr
    frames = get_stack(task, limit=limit)
    error = task._exception
    if not frames:
        print(f"No stack for {task!r}", file=file)
    else:
        print(f"{'Stack' if error is None else 'Traceback'} for {task!r} (most recent call last):", file=file)
    for frame in frames:
        code = frame.f_code
        print(source_line(code.co_filename, frame.f_lineno, code.co_name), end="", file=file)
    if error is not None:
        kind = type(error)
        name = kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
        text = str(error)
        print(f"{name}: {text}" if text else name, file=file)
