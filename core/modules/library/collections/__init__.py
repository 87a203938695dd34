# collections: containers beside the builtin ones.
# Not for: the abstract classes (collections.abc), deque's own text.
from collections._deque import deque
from _template import field_getter as _field_getter, run as _run

_MISSING = object()


class defaultdict(dict):
    __tp_name__ = "collections.defaultdict"

    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {dict.__repr__(self)})"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result


class OrderedDict(dict):
    __tp_name__ = "open collections.OrderedDict"

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
            return
        rest = dict(self)
        self.clear()
        self[key] = value
        self.update(rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __repr__(self):
        return f"{type(self).__name__}({dict(self)!r})" if self else f"{type(self).__name__}()"

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __or__(self, other):
        return type(self)(dict(self) | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return type(self)(other | dict(self)) if isinstance(other, dict) else NotImplemented


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=_second, reverse=True)
        return pairs if n is None else pairs[:max(n, 0)]

    def elements(self):
        from itertools import chain, repeat
        return chain.from_iterable([repeat(item, times) for item, times in self.items()])

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **keywords):
        if isinstance(iterable, dict):
            for item, times in iterable.items():
                self[item] = self.get(item, 0) + times
        elif iterable is not None:
            get = self.get
            for item in iterable:
                self[item] = get(item, 0) + 1
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        if isinstance(iterable, dict):
            for item, times in iterable.items():
                self[item] = self.get(item, 0) - times
        elif iterable is not None:
            for item in iterable:
                self[item] = self.get(item, 0) - 1
        if keywords:
            self.subtract(keywords)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, item):
        if item in self:
            dict.__delitem__(self, item)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{type(self).__name__}({shown!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] == other[item] for each in (self, other) for item in each])

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] <= other[item] for each in (self, other) for item in each])

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return other <= self if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return other < self if isinstance(other, Counter) else NotImplemented

    def _merged(self, other, merge):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in [*self, *[item for item in other if item not in self]]:
            times = merge(self[item], other[item])
            if times > 0:
                result[item] = times
        return result

    def __add__(self, other):
        return self._merged(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._merged(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._merged(other, max)

    def __and__(self, other):
        return self._merged(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _kept(self, result):
        self.clear()
        dict.update(self, result)
        return self

    def __iadd__(self, other):
        return self._kept(self + other)

    def __isub__(self, other):
        return self._kept(self - other)

    def __ior__(self, other):
        return self._kept(self | other)

    def __iand__(self, other):
        return self._kept(self & other)


def _second(pair):
    return pair[1]


_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield".split())


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    seen = set()
    for index, name in enumerate(names):
        if rename:
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                names[index] = f"_{index}"
        seen.add(names[index])
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError("Got more default values than field names")
        if defaults:
            field_defaults = dict(zip(names[-len(defaults):], defaults))
    fields = tuple(names)
    scope = {"_new": tuple.__new__, "_defaults": field_defaults, "__name__": f"namedtuple_{typename}"}
    parameters = ", ".join(["_cls", *[f"{name}=_defaults[{name!r}]" if name in field_defaults else name
                                      for name in names]])
    items = "".join([f"{name}, " for name in names])
    _run(f"def __new__({parameters}):\n    return _new(_cls, ({items}))\n", scope)
    create = scope["__new__"]
    create.__qualname__ = f"{typename}.__new__"
    shown = ", ".join([f"{name}=%r" for name in names])

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **changes):
        result = self._make([changes.pop(name, value) for name, value in zip(fields, self)])
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return result

    def __repr__(self):
        return type(self).__name__ + "(" + shown % tuple(self) + ")"

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    members = {
        "__doc__": f"{typename}({', '.join(names)})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": create,
        "_make": classmethod(_make),
        "__match_args__": fields,
    }
    for method in (_replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
        members[method.__name__] = method
    members["__replace__"] = _replace
    for index, name in enumerate(names):
        members[name] = _field_getter(index)
    if module is not None:
        members["__module__"] = module
    return type(typename, (tuple,), members)


__late__ = ("ChainMap", "UserDict", "UserList", "UserString")


def __getattr__(name):
    if name in __late__:
        from collections import _wrappers
        return getattr(_wrappers, name)
    raise AttributeError(f"module 'collections' has no attribute {name!r}")
