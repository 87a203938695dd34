# typing: names for hints, which nobody checks at run time.
# Not for: the containers themselves.
import collections as _collections
import collections.abc as _abc
import contextlib as _contextlib
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
from types import GenericAlias as _GenericAlias, UnionType as _UnionType

TYPE_CHECKING = False


def _shown(hint):
    if hint is ...:
        return "..."
    if isinstance(hint, type) and not isinstance(hint, _GenericAlias):
        return hint.__qualname__ if hint.__module__ == "builtins" else f"{hint.__module__}.{hint.__qualname__}"
    if isinstance(hint, (list, tuple)):
        return "[" + ", ".join([_shown(each) for each in hint]) + "]"
    return repr(hint)


def _hint(value):
    if value is None:
        return type(None)
    return ForwardRef(value) if isinstance(value, str) else value


class _Hint:
    # What stands for a type and can be joined by |.
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Hint):
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Special(_Hint):
    # Any, Union, Optional, Callable, List ...: `made` gives what indexing makes.
    def __init__(self, name, made=None, origin=None):
        self._name, self._made, self._origin = name, made, origin
        self.__name__ = self.__qualname__ = name
        self.__module__ = "typing"
        if origin is not None:
            self.__origin__ = origin

    def __getitem__(self, item):
        if self._made is None:
            if self._origin is None:
                raise TypeError(f"{self!r} is not subscriptable")
            items = item if isinstance(item, tuple) else (item,)
            return _Alias(self._origin, tuple([_hint(each) for each in items]), self._name)
        return self._made(self, item)

    def __call__(self, *args, **keywords):
        if self._origin is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        if self._name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type"):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self._origin.__name__}() instead")
        return self._origin(*args, **keywords)

    def __instancecheck__(self, instance):
        if self._origin is None:
            raise TypeError(f"{self!r} cannot be used with isinstance()")
        return isinstance(instance, self._origin)

    def __subclasscheck__(self, cls):
        if self._origin is None:
            raise TypeError(f"{self!r} cannot be used with issubclass()")
        return issubclass(cls, self._origin)

    def __mro_entries__(self, bases):
        if self._origin is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return (self._origin,)

    def __repr__(self):
        return f"typing.{self._name}"


class _Alias(_Hint):
    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__parameters__ = _parameters(args)

    def __getitem__(self, item):
        return _applied(self, item)

    def __call__(self, *args, **keywords):
        made = self.__origin__(*args, **keywords)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            for each in bases:
                if each is not self and isinstance(each, _Alias) and isinstance(each.__origin__, type) \
                        and issubclass(each.__origin__, Generic):
                    return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__

    def __eq__(self, other):
        return isinstance(other, _Alias) and (self.__origin__, self.__args__) == (other.__origin__, other.__args__)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        args = self.__args__
        if self._name == "Callable":
            first = ", ".join([_shown(each) for each in args[:-1]])
            if args[:-1] != (...,) and not isinstance(args[0], ParamSpec):
                first = f"[{first}]"
            return f"{name}[{first}, {_shown(args[-1])}]"
        return f"{name}[{', '.join([_shown(each) for each in args]) or '()'}]"


class _Union(_Alias):
    def __init__(self, args):
        _Alias.__init__(self, Union, args, "Union")

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __eq__(self, other):
        if not isinstance(other, (_Union, _UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        rest = [each for each in self.__args__ if each is not type(None)]
        if len(rest) == 1 and len(self.__args__) == 2:
            return f"typing.Optional[{_shown(rest[0])}]"
        return _Alias.__repr__(self)


class _Literal(_Alias):
    def __repr__(self):
        return f"typing.Literal[{', '.join([repr(each) for each in self.__args__])}]"


class _Annotated(_Alias):
    def __init__(self, origin, metadata):
        _Alias.__init__(self, origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{', '.join([_shown(self.__origin__), *[repr(each) for each in self.__metadata__]])}]"


def _parameters(args):
    found = []
    for each in args:
        inner = (each,) if isinstance(each, TypeVar) else getattr(each, "__parameters__", ())
        if isinstance(each, type):
            inner = ()
        if isinstance(each, (_GenericAlias, _UnionType, list)):
            inner = _parameters(each if isinstance(each, list) else each.__args__)
        found += [one for one in inner if one not in found]
    return tuple(found)


def _applied(hint, item):
    # What hint[item] is: its parameters take the items' places.
    items = item if isinstance(item, tuple) else (item,)
    parameters = _parameters(hint.__args__)
    wanted = len(parameters)
    if not wanted:
        raise TypeError(f"{hint!r} is not a generic class")
    if len(items) != wanted:
        few = "few" if len(items) < wanted else "many"
        least = "at least " if few == "few" and not isinstance(hint, _Alias) else ""
        raise TypeError(f"Too {few} arguments for {hint!r}; actual {len(items)}, expected {least}{wanted}")
    return _substituted(hint, dict(zip(parameters, [_hint(each) for each in items])))


def _substituted(hint, known):
    if isinstance(hint, TypeVar):
        return known.get(hint, hint)
    if isinstance(hint, list):
        return [_substituted(each, known) for each in hint]
    if isinstance(hint, _GenericAlias):
        return _GenericAlias(hint.__origin__, tuple([_substituted(each, known) for each in hint.__args__]))
    if isinstance(hint, _UnionType):
        made, *rest = [_substituted(each, known) for each in hint.__args__]
        for each in rest:
            made = made | each
        return made
    if not isinstance(hint, _Alias):
        return hint
    args = tuple([_substituted(each, known) for each in hint.__args__])
    return Union[args] if isinstance(hint, _Union) else _Alias(hint.__origin__, args, hint._name)


def _union(self, item):
    members = []
    for each in item if isinstance(item, tuple) else (item,):
        each = _hint(each)
        for one in each.__args__ if isinstance(each, (_Union, _UnionType)) else (each,):
            if one not in members:
                members.append(one)
    if not members:
        raise TypeError("Cannot take a Union of no types.")
    return members[0] if len(members) == 1 else _Union(tuple(members))


def _optional(self, item):
    return Union[item, None]


def _callable(self, item):
    if not (isinstance(item, tuple) and len(item) == 2):
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    arguments, result = item
    given = [_hint(each) for each in arguments] if isinstance(arguments, list) else [arguments]
    return _Alias(_abc.Callable, (*given, _hint(result)), "Callable")


def _literal(self, item):
    return _Literal(self, item if isinstance(item, tuple) else (item,), "Literal")


def _annotated(self, item):
    return _Annotated(_hint(item[0]), item[1:])


def _one(self, item):
    if isinstance(item, tuple):
        raise TypeError(f"{self!r} accepts only single type. Got {item!r}.")
    return _Alias(self, (_hint(item),), self._name)


def _several(self, item):
    return _Alias(self, item if isinstance(item, tuple) else (item,), self._name)


class _AnyMeta(type):
    def __instancecheck__(self, instance):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(self, instance)

    def __repr__(self):
        return "typing.Any" if self is Any else type.__repr__(self)


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **keywords):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return object.__new__(cls)


Union, Optional = _Special("Union", _union), _Special("Optional", _optional)
Literal, Annotated = _Special("Literal", _literal), _Special("Annotated", _annotated)
ClassVar, Final, Required, NotRequired, ReadOnly, TypeGuard, TypeIs, Unpack = [
    _Special(_name, _one)
    for _name in ("ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "TypeGuard", "TypeIs", "Unpack")]
Concatenate = _Special("Concatenate", _several)
NoReturn, Never, Self, LiteralString, TypeAlias = [
    _Special(_name) for _name in ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias")]
Callable = _Special("Callable", _callable, _abc.Callable)
List, Dict, Set, FrozenSet, Tuple, Type = [
    _Special(_name, None, _origin) for _name, _origin in
    (("List", list), ("Dict", dict), ("Set", set), ("FrozenSet", frozenset), ("Tuple", tuple), ("Type", type))]
DefaultDict, OrderedDict, Counter, ChainMap, Deque = [
    _Special(_name, None, _origin) for _name, _origin in
    (("DefaultDict", _collections.defaultdict), ("OrderedDict", _collections.OrderedDict),
     ("Counter", _collections.Counter), ("ChainMap", _collections.ChainMap), ("Deque", _collections.deque))]
for _name, _origin in (("AbstractSet", "Set"), *[(_name, _name) for _name in (
        "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Reversible Generator "
        "Sized Container Collection MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence "
        "MutableSequence").split()]):
    globals()[_name] = _Special(_name, None, getattr(_abc, _origin))
ContextManager = _Special("ContextManager", None, _contextlib.AbstractContextManager)
AsyncContextManager = _Special("AsyncContextManager", None, _contextlib.AbstractAsyncContextManager)
Text = str


class TypeVar(_Hint):
    __tp_name__ = "final open typing.TypeVar"

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=None):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__, self.__contravariant__ = covariant, contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = NoDefault if default is None else default

    def __getattr__(self, name):
        # Of a type parameter: evaluated when it is asked for.
        if name in ("__bound__", "__constraints__"):
            bound = self._bound and self._bound()
            several = isinstance(bound, tuple)
            self.__bound__, self.__constraints__ = (None, bound) if several else (bound, ())
        elif name == "__default__":
            self.__default__ = self._fallback() if self._fallback else NoDefault
        else:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return self.__dict__[name]

    def has_default(self):
        return self.__default__ is not NoDefault

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(TypeVar):
    __tp_name__ = "final open typing.ParamSpec"

    @property
    def args(self):
        return _Part(self, "args")

    @property
    def kwargs(self):
        return _Part(self, "kwargs")


class TypeVarTuple(TypeVar):
    __tp_name__ = "final open typing.TypeVarTuple"

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _Part(_Hint):
    def __init__(self, of, name):
        self.__origin__, self._part = of, name

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"


NoDefault = _Special("NoDefault")


def _type_parameter(stars, name, bound, fallback):
    made = (TypeVar, TypeVarTuple, ParamSpec)[stars](name, infer_variance=True)
    del made.__bound__, made.__constraints__, made.__default__
    made._bound, made._fallback = bound, fallback
    return made


class TypeAliasType(_Hint):
    __tp_name__ = "final typing.TypeAliasType"

    def __init__(self, name, value, *, type_params=()):
        self.__name__, self.__value__ = name, value
        self.__type_params__ = self.__parameters__ = type_params

    def __getattr__(self, name):
        if name != "__value__":
            raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}")
        self.__value__ = self._value()
        return self.__value__

    def __getitem__(self, item):
        if not self.__parameters__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _Alias(self, item if isinstance(item, tuple) else (item,))

    def __repr__(self):
        return self.__name__


def _type_alias(name, value, parameters):
    made = TypeAliasType(name, None, type_params=parameters)
    del made.__value__
    made._value = value
    return made


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    __tp_name__ = "open typing.Generic"
    __slots__ = ()

    def __class_getitem__(cls, item):
        items = tuple([_hint(each) for each in (item if isinstance(item, tuple) else (item,))])
        if cls is Generic or cls is Protocol:
            for each in items:
                if not isinstance(each, (TypeVar, _Alias)):
                    raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                    "specification variables.")
            return _Alias(cls, items, cls.__name__)
        known = cls.__dict__.get("__parameters__", ())
        if not known:
            raise TypeError(f"{cls!r} is not a generic class")
        if len(items) != len(known) and not any([isinstance(each, (ParamSpec, TypeVarTuple)) for each in known]):
            few = "few" if len(items) < len(known) else "many"
            raise TypeError(f"Too {few} arguments for {cls!r}; actual {len(items)}, expected {len(known)}")
        return _Alias(cls, items)

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        bases = cls.__dict__.get("__orig_bases__", ())
        found = []
        for base in bases:
            if isinstance(base, _Alias):
                found += [each for each in base.__parameters__ if each not in found]
        cls.__parameters__ = tuple(found)


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol", False):
            return _ABCMeta.__instancecheck__(cls, instance)
        if not cls.__dict__.get("_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if _ABCMeta.__instancecheck__(cls, instance):
            return True
        return all([hasattr(instance, name) for name in _members(cls)])

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol", False) and cls is not Protocol:
            if not cls.__dict__.get("_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if all([hasattr(other, name) for name in _members(cls)]):
                return True
        return _ABCMeta.__subclasscheck__(cls, other)


def _members(cls):
    names = []
    for base in cls.__mro__:
        if base.__dict__.get("_is_protocol", False) and base is not Protocol:
            own = [*base.__dict__, *base.__dict__.get("__annotations__", {})]
            names += [name for name in own if not name.startswith("_abc_") and name not in (
                "__module__", "__qualname__", "__doc__", "__annotations__", "__parameters__", "__orig_bases__",
                "__abstractmethods__", "__init__", "__slots__", "__dict__", "_is_protocol", "_is_runtime_protocol",
                "__static_attributes__", "__firstlineno__", "__hash__" if base.__dict__.get("__hash__") is None else "")]
    return names


def _no_init(self, *args, **keywords):
    if type(self).__dict__.get("_is_protocol", False):
        raise TypeError("Protocols cannot be instantiated")
    for base in type(self).__mro__:
        init = base.__dict__.get("__init__", _no_init)
        if init is not _no_init:
            init(self, *args, **keywords)
            return


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_init


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


def runtime_checkable(cls):
    if not (isinstance(cls, type) and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


def _supports(name, method):
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), {"_is_protocol": True, "__module__": "typing",
                                                               method: lambda self, *args: None}))


SupportsInt, SupportsFloat, SupportsIndex, SupportsAbs, SupportsRound, SupportsBytes = [
    _supports(f"Supports{_name}", f"__{_name.lower()}__") for _name in ("Int", "Float", "Index", "Abs", "Round", "Bytes")]


class NewType(_Hint):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


def get_origin(tp):
    if isinstance(tp, _Annotated):
        return Annotated
    if isinstance(tp, _UnionType):
        return _UnionType
    if isinstance(tp, (_Alias, _GenericAlias, _Special)):
        return getattr(tp, "__origin__", None)
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _Annotated):
        return (tp.__origin__, *tp.__metadata__)
    if not isinstance(tp, (_Alias, _GenericAlias, _UnionType)):
        return ()
    args = tp.__args__
    if get_origin(tp) is _abc.Callable and len(args) > 1 and args[0] is not ... and not isinstance(args[0], list):
        return (list(args[:-1]), args[-1])
    return args


def is_protocol(tp):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def __getattr__(name):
    if name in ("Pattern", "Match"):
        import re
        return _Special(name, None, getattr(re, name))
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


from typing._marks import (assert_never, assert_type, cast, dataclass_transform, final, no_type_check, overload, override,
                           reveal_type)
from typing._lookup import get_type_hints
from typing._records import NamedTuple, TypedDict, is_typeddict
