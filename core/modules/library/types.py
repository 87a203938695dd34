# types: names for the types of the machine, and classes made by hand.
# Not for: hints (typing).
import sys as _sys
from _report import type_name as _type_name


def _function():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
GeneratorType = type(_function())
_made = _coroutine()
CoroutineType = type(_made)
_made.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_sys.stdout.flush)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__repr__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(type(_function).__dict__["__code__"])
ModuleType = type(_sys)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
UnionType = type(int | str)


def _cell():
    value = 0
    return (lambda: value).__closure__[0]


CellType = type(_cell())


def _traceback():
    try:
        raise ValueError
    except ValueError as error:
        return type(error.__traceback__)


TracebackType = _traceback()
del _made


class SimpleNamespace:
    __tp_name__ = "open types.SimpleNamespace"

    def __init__(self, mapping_or_iterable=(), /, **keywords):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(keywords)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if self in _shown:
            return name + "(...)"
        _shown.append(self)
        try:
            return name + "(" + ", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()]) + ")"
        finally:
            _shown.pop()

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __replace__(self, /, **changes):
        return type(self)(**{**self.__dict__, **changes})


class _Shown(list):
    def __contains__(self, item):
        return any([each is item for each in self])


_shown = _Shown()


class MappingProxyType:
    __tp_name__ = "final mappingproxy"
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        if not hasattr(mapping, "keys"):
            raise TypeError(f"mappingproxy() argument must be a mapping, not {_type_name(mapping)}")
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def get(self, key, default=None, /):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, MappingProxyType) else other)

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)


def new_class(name, bases=(), kwds=None, exec_body=None):
    keywords = dict(kwds or {})
    metaclass = keywords.pop("metaclass", None) or (type(bases[0]) if bases else type)
    namespace = metaclass.__prepare__(name, bases, **keywords)
    if exec_body is not None:
        exec_body(namespace)
    return metaclass(name, bases, namespace, **keywords)


def get_original_bases(cls, /):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


class _Awaitable:
    def __init__(self, generator):
        self._generator = generator

    def __await__(self):
        return self._generator

    def __iter__(self):
        return self._generator

    def send(self, value):
        return self._generator.send(value)

    def throw(self, *args):
        return self._generator.throw(*args)

    def close(self):
        self._generator.close()


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **keywords):
        made = func(*args, **keywords)
        return _Awaitable(made) if isinstance(made, GeneratorType) else made

    return wrapped


class DynamicClassAttribute(property):
    pass
