# get_type_hints: the hints of a function or class, texts looked up as names.
# Not for: what the hints are.
from typing import _hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if not isinstance(obj, type):
        return _resolved(getattr(obj, "__annotations__", {}), getattr(obj, "__globals__", {}))
    hints = {}
    for base in reversed(obj.__mro__):
        hints.update(_resolved(base.__dict__.get("__annotations__", {}), _main_names()))
    return hints


def _main_names():
    import sys
    return sys.modules["__main__"].__dict__


def _resolved(hints, names):
    # A text is looked up as a name; whole expressions in texts stay texts.
    return {name: names.get(hint, __builtins__.get(hint, hint)) if isinstance(hint, str) else _hint(hint)
            for name, hint in hints.items()}
