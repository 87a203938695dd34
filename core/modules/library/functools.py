# functools: decorators and tools for functions.
# Not for: the classes that collections has.
from _functools import _lru_cache_wrapper

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_MISSING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _MISSING)
        if value is not _MISSING:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partial:
    __tp_name__ = "open functools.partial"

    def __new__(cls, func=_MISSING, /, *args, **keywords):
        if func is _MISSING:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        shown = [repr(self.func)]
        shown += [repr(value) for value in self.args]
        shown += [f"{name}={value!r}" for name, value in self.keywords.items()]
        kind = type(self)
        return f"{kind.__module__}.{kind.__qualname__}({', '.join(shown)})"

    __class_getitem__ = classmethod(type(list[int]))


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        get = getattr(type(self.func), "__get__", None)
        function = self.func if get is None else get(self.func, instance, owner)
        if function is not self.func or instance is None:
            return partial(function, *self.args, **self.keywords)
        return partial(function, instance, *self.args, **self.keywords)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def reduce(function, iterable, initial=_MISSING, /):
    try:
        items = iter(iterable)
    except TypeError:
        items = None
    if items is None:
        raise TypeError("reduce() arg 2 must support iteration")
    if initial is _MISSING:
        initial = next(items, _MISSING)
        if initial is _MISSING:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        initial = function(initial, item)
    return initial


class _Key:
    # Arguments of a call; kept apart from any tuple that is an argument itself.
    __slots__ = ("parts", "number")

    def __init__(self, parts):
        self.parts = parts
        self.number = hash(parts)

    def __hash__(self):
        return self.number

    def __eq__(self, other):
        return type(other) is _Key and self.parts == other.parts


def _make_key(args, keywords, typed):
    if not keywords and not typed:
        if len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        return _Key(args)
    parts = args
    if keywords:
        parts += (_MISSING, *keywords.items())
    if typed:
        parts += (_MISSING, *[type(value) for value in args], *[type(value) for value in keywords.values()])
    return _Key(parts)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, False, {"maxsize": 128, "typed": typed})
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed, {"maxsize": maxsize, "typed": typed})

    return decorate


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def _cached(function, maxsize, typed, parameters):
    kept = {}
    hits = misses = 0

    def wrapper(*args, **keywords):
        nonlocal hits, misses
        if maxsize == 0:
            misses += 1
            return function(*args, **keywords)
        key = _make_key(args, keywords, typed)
        result = kept.get(key, _MISSING)
        if result is not _MISSING:
            hits += 1
            if maxsize is not None:
                # The one used last stands at the end.
                del kept[key]
                kept[key] = result
            return result
        misses += 1
        result = function(*args, **keywords)
        if maxsize is None or key in kept:
            kept[key] = result
        else:
            if len(kept) >= maxsize:
                del kept[next(iter(kept))]
            kept[key] = result
        return result

    def cache_info():
        from collections import namedtuple
        info = namedtuple("CacheInfo", ("hits", "misses", "maxsize", "currsize"), module="functools")
        return info(hits, misses, maxsize, len(kept))

    def cache_clear():
        nonlocal hits, misses
        hits = misses = 0
        kept.clear()

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: dict(parameters)
    return update_wrapper(_lru_cache_wrapper(wrapper), function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            names = f"({self.attrname!r} and {name!r})"
            raise TypeError(f"Cannot assign the same cached_property to two different names {names}.")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property.") from None
        value = kept.get(self.attrname, _MISSING)
        if value is _MISSING:
            value = kept[self.attrname] = self.func(instance)
        return value

    __class_getitem__ = classmethod(type(list[int]))


# For each method that a class may have, the three that follow from it: what to do with its answer, and whether
# equality decides.
_ORDERS = {
    "__lt__": (("__gt__", lambda less, same: not less and not same), ("__le__", lambda less, same: less or same),
               ("__ge__", lambda less, same: not less)),
    "__le__": (("__ge__", lambda less, same: not less or same), ("__lt__", lambda less, same: less and not same),
               ("__gt__", lambda less, same: not less)),
    "__gt__": (("__lt__", lambda more, same: not more and not same), ("__ge__", lambda more, same: more or same),
               ("__le__", lambda more, same: not more)),
    "__ge__": (("__le__", lambda more, same: not more or same), ("__gt__", lambda more, same: more and not same),
               ("__lt__", lambda more, same: not more)),
}


def total_ordering(cls):
    roots = [name for name in ("__lt__", "__le__", "__gt__", "__ge__")
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = roots[0]
    for name, derive in _ORDERS[root]:
        if name not in roots:
            setattr(cls, name, _derived_order(cls, root, name, derive))
    return cls


def _derived_order(cls, root, name, derive):
    def method(self, other):
        answer = getattr(type(self), root)(self, other)
        return answer if answer is NotImplemented else derive(answer, self == other)

    method.__name__ = name
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    return method


def cmp_to_key(mycmp):
    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return K


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for ancestor in cls.__mro__:
            if ancestor in registry:
                return registry[ancestor]
            if ancestor is not cls and ancestor is not object:
                continue
            # Abstract classes know their kin otherwise than by descent.
            nearest = None
            for known in registry:
                if known is not object and issubclass(cls, known) and known not in cls.__mro__:
                    if nearest is None or issubclass(known, nearest):
                        nearest = known
            if nearest is not None:
                for direct in cls.__mro__[:-1]:
                    if direct in registry:
                        return registry[direct]
                return registry[nearest]
        return registry[object]

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type) or getattr(cls, "__args__", None):
                return lambda function: register(cls, function)
            hints = getattr(getattr(cls, "__func__", cls), "__annotations__", {})
            if not hints:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            cls = next(iter(hints.values()))
        for each in getattr(cls, "__args__", (cls,)):
            registry[each] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = lambda: None
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.func = func
        self.dispatcher = singledispatch(func)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, instance, owner=None):
        def method(*args, **keywords):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(instance, owner)(*args, **keywords)

        method.register = self.register
        return update_wrapper(method, self.func)
