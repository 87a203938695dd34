# Attributes that the script computes: getattr with a default, hasattr, dir.
# Not for scripts to import.


def getattr_or(value, name, default, /):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def has_attribute(value, name, /):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def dir_script(value, /):
    return sorted(type(value).__dir__(value))


def hint_repr(hint, /):
    # list[X] and X | Y where an X is shown by the script.
    origin = getattr(hint, "__origin__", None)
    if origin is None:
        return " | ".join([hint_text(each) for each in hint.__args__])
    return hint_text(origin) + "[" + (", ".join([hint_text(each) for each in hint.__args__]) or "()") + "]"


def hint_item(hint, item, /):
    # list[T][int] and (T | None)[int].
    from typing import _applied
    return _applied(hint, item)


def hint_text(hint, /):
    if hint is None or hint is type(None):
        return "None"
    if hint is ...:
        return "..."
    if type(hint) is list:
        return "[" + ", ".join([hint_text(each) for each in hint]) + "]"
    if isinstance(hint, type):
        return hint.__qualname__ if hint.__module__ == "builtins" else hint.__module__ + "." + hint.__qualname__
    return repr(hint)
