# copy: shallow and deep copies.
# Not for: pickling, whose protocol is not asked.
from types import BuiltinFunctionType as _Builtin, FunctionType as _Function, SimpleNamespace as _Namespace
from _report import type_name as _type_name


class Error(Exception):
    pass


error = Error
_ATOMS = (type(None), int, float, bool, str, bytes, type, range, type(...), type(NotImplemented), _Builtin, _Function,
          property, slice)


def copy(x):
    kind = type(x)
    if kind in _ATOMS or isinstance(x, (type, _Function)) or kind is tuple or kind is frozenset:
        return x
    if kind in (list, dict, set):
        return x.copy()
    method = getattr(kind, "__copy__", None)
    return method(x) if method is not None else _rebuilt(x, None)


def deepcopy(x, memo=None):
    kind = type(x)
    if kind in _ATOMS or isinstance(x, (type, _Function)):
        return x
    if memo is None:
        memo = {}
    if id(x) in memo:
        return memo[id(x)][0]
    if kind is list:
        made = []
        memo[id(x)] = made, x
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if kind is dict:
        made = {}
        memo[id(x)] = made, x
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if kind is tuple:
        made = tuple([deepcopy(item, memo) for item in x])
        if id(x) in memo:
            return memo[id(x)][0]
        if all([new is old for new, old in zip(made, x)]):
            made = x
    elif kind is set or kind is frozenset:
        made = kind([deepcopy(item, memo) for item in x])
    elif hasattr(kind, "__deepcopy__"):
        made = x.__deepcopy__(_Memo(memo))
    else:
        return _rebuilt(x, memo)
    memo[id(x)] = made, x
    return made


class _Memo(dict):
    # What a script's __deepcopy__ gets: its entries are plain copies.
    def __init__(self, memo):
        self.memo = memo

    def __contains__(self, key):
        return key in self.memo

    def __setitem__(self, key, value):
        self.memo[key] = value, None

    def __getitem__(self, key):
        return self.memo[key][0]

    def get(self, key, default=None):
        return self.memo[key][0] if key in self.memo else default


def _unwrapped(memo):
    return memo.memo if isinstance(memo, _Memo) else memo


_deepcopy = deepcopy


def deepcopy(x, memo=None, _nil=[]):
    return _deepcopy(x, _unwrapped(memo))


def _rebuilt(x, memo):
    kind = type(x)
    deep = (lambda value: value) if memo is None else (lambda value: _deepcopy(value, memo))
    if (kind.__module__ in ("builtins", "types", "_asyncio", "_contextvars", "_queue", "_thread")
            and not isinstance(x, (BaseException, _Namespace))):
        raise TypeError(f"cannot pickle {_type_name(x)!r} object")
    if isinstance(x, BaseException):
        made = kind.__new__(kind, *x.args)
        made.args = deep(x.args)
    elif isinstance(x, tuple):
        made = tuple.__new__(kind, [deep(item) for item in x])
    elif isinstance(x, (int, float, str, bytes, frozenset)):
        base = next(each for each in (int, float, str, bytes, frozenset) if isinstance(x, each))
        made = base.__new__(kind, x)
    else:
        made = kind.__new__(kind)
    if memo is not None:
        memo[id(x)] = made, x
    if isinstance(x, list):
        for item in list.__iter__(x):
            list.append(made, deep(item))
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            dict.__setitem__(made, deep(key), deep(value))
    elif isinstance(x, set):
        for item in set.__iter__(x):
            set.add(made, deep(item))
    state = getattr(x, "__dict__", None)
    if state is None:
        for ancestor in kind.__mro__:
            slots = ancestor.__dict__.get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if hasattr(x, name):
                    object.__setattr__(made, name, deep(getattr(x, name)))
        return made
    if kind.__getstate__ is not object.__getstate__:
        state = x.__getstate__()
    state = deep(state)
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
    elif state:
        made.__dict__.update(state)
    return made


def replace(obj, /, **changes):
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return method(obj, **changes)
