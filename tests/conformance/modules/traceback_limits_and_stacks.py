# traceback: how many frames are shown, and where the program stands.
import io
import sys
import traceback
from contextlib import contextmanager


@contextmanager
def told_without_place():
    out, sys.stdout = sys.stdout, io.StringIO()
    try:
        yield
    finally:
        text = sys.stdout.getvalue()
        sys.stdout = out
        print(text.replace(__file__, "FILE"), end="")


def outer():
    middle()


def middle():
    inner()


def inner():
    for summary in traceback.extract_stack():
        print(summary, summary.line)
    print("".join(traceback.format_stack(limit=2)), end="")
    traceback.print_stack(limit=1, file=sys.stdout)
    raise LookupError("nothing here")


def show(error):
    for limit in (None, 1, 2, 0, -1, -2):
        print(f"--- {limit}")
        traceback.print_exception(error, limit=limit, file=sys.stdout)
        print([each.name for each in traceback.extract_tb(error.__traceback__, limit)])
        print(len(traceback.format_tb(error.__traceback__, limit)))


def again(number):
    if number == 0:
        raise ValueError("deep")
    again(number - 1)


with told_without_place():
    try:
        outer()
    except LookupError as caught:
        show(caught)
    try:
        try:
            again(8)
        except ValueError as deep:
            raise RuntimeError("after it") from deep
    except RuntimeError:
        traceback.print_exc(limit=1, file=sys.stdout)
        print(traceback.format_exc(limit=-1), end="")
