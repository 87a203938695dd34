# contextvars as scripts see it.
# Not for: what is in a context and who inherits it, which is native (_contextvars).
import _contextvars
from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ("Context", "ContextVar", "Token", "copy_context")


def _run(context, callable, /, *args, **kwargs):
    _contextvars.enter(context)
    try:
        return callable(*args, **kwargs)
    finally:
        _contextvars.leave(context)
