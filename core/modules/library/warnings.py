# warnings: said on stderr once per place, as filters want it.
# Not for: warnings of the machine itself, which ask no filter.
import sys as _sys
from _report import position as _position, type_name as _type_name, warn as _warn

filters = []
_recorders = []


class WarningMessage:
    def __init__(self, message, category, filename, lineno):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file = self.line = self.source = None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self.category.__name__!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : None}}")


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n"


def _action(category, text):
    for action, wanted, start in filters:
        if issubclass(category, wanted) and text.lower().startswith(start.lower()):
            return action
    hidden = (PendingDeprecationWarning, ImportWarning, ResourceWarning)
    return "ignore" if issubclass(category, hidden) else "default"


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{_type_name(category)}'")
    text = str(message)
    action = _action(category, text)
    if action == "ignore":
        return
    shown = message if isinstance(message, Warning) else category(message)
    if action == "error":
        raise shown
    if _recorders:
        if _recorders[-1] is not None:
            file, _, line = _position()
            _recorders[-1].append(WarningMessage(shown, category, file, line))
            return
    if action == "always":
        file, _, line = _position()
        _sys.stderr.write(formatwarning(text, category, file, line))
    else:
        _warn(category, text)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    _sys.stderr.write(formatwarning(message, category, filename, lineno))


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or _sys.stderr).write(formatwarning(message, category, filename, lineno))


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in ("error", "ignore", "always", "all", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")
    entry = ("always" if action == "all" else action, category, message)
    filters.insert(len(filters) if append else 0, entry)


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, append=append)


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._action, self._category = record, action, category

    def __enter__(self):
        self._kept = filters[:]
        kept = [] if self._record else None
        _recorders.append(kept)
        if self._action is not None:
            simplefilter(self._action, self._category)
        return kept

    def __exit__(self, *exc_info):
        filters[:] = self._kept
        _recorders.pop()


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    def decorate(function):
        from functools import wraps

        @wraps(function)
        def wrapper(*args, **keywords):
            if category is not None:
                warn(message, category)
            return function(*args, **keywords)

        wrapper.__deprecated__ = message
        return wrapper

    return decorate
