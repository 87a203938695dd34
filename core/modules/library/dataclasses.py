# dataclasses: classes made of their annotated names.
# Not for: named tuples (collections).
from _template import run as _run
from types import GenericAlias as _GenericAlias


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


class _Factory:
    def __repr__(self):
        return "<factory>"


class _KeywordOnly:
    pass


MISSING, _FACTORY, KW_ONLY = _Missing(), _Factory(), _KeywordOnly()


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{shown}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only

    def __repr__(self):
        shown = ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__])
        return f"Field({shown})"

    __class_getitem__ = classmethod(_GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind(hint):
    # "field", "class" or "init" of an annotation, be it a text.
    if isinstance(hint, str):
        head = hint.split("[")[0].rpartition(".")[2].strip()
        return "class" if head == "ClassVar" else "init" if head == "InitVar" else "field"
    if isinstance(hint, InitVar) or hint is InitVar:
        return "init"
    origin = getattr(hint, "__origin__", hint)
    return "class" if getattr(origin, "_name", None) == "ClassVar" else "field"


def _made_field(cls, name, hint, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ in ("member_descriptor",):
            default = MISSING
        made = field(default=default)
    made.name, made.type = name, hint
    made._field_type = _kind(hint)
    if made._field_type in ("class", "init") and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type == "class":
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type == "field" and made.default is not MISSING and type(made.default).__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _set_method(cls, name, function, overwrite=False):
    if name in cls.__dict__ and not overwrite:
        return True
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    setattr(cls, name, function)
    return False


def _init(cls, every, frozen, slots):
    fields = [each for each in every if each._field_type != "class" and each.init]
    plain = [each for each in fields if not each.kw_only]
    keywords = [each for each in fields if each.kw_only]
    seen = None
    for each in plain:
        if each.default is not MISSING or each.default_factory is not MISSING:
            seen = each.name
        elif seen is not None:
            raise TypeError(f"non-default argument {each.name!r} follows default argument {seen!r}")
    self = "self" if all([each.name != "self" for each in every]) else "__dataclass_self__"
    scope = {"_FACTORY": _FACTORY, "_set": object.__setattr__, "__name__": cls.__module__}

    def parameter(each):
        if each.default is not MISSING:
            scope[f"_default_{each.name}"] = each.default
            return f"{each.name}=_default_{each.name}"
        return f"{each.name}=_FACTORY" if each.default_factory is not MISSING else each.name

    parameters = [self, *[parameter(each) for each in plain]]
    if keywords:
        parameters += ["*", *[parameter(each) for each in keywords]]
    body = []
    for each in every:
        if each._field_type != "field":
            continue
        value = each.name
        if each.default_factory is not MISSING:
            scope[f"_factory_{each.name}"] = each.default_factory
            value = f"_factory_{each.name}()"
            if each.init:
                value += f" if {each.name} is _FACTORY else {each.name}"
        elif not each.init:
            if each.default is MISSING or not slots:
                continue
            scope[f"_default_{each.name}"] = each.default
            value = f"_default_{each.name}"
        body.append(f"_set({self}, {each.name!r}, {value})" if frozen else f"{self}.{each.name} = {value}")
    if hasattr(cls, "__post_init__"):
        given = ", ".join([each.name for each in every if each._field_type == "init"])
        body.append(f"{self}.__post_init__({given})")
    lines = "\n ".join(body or ["pass"])
    _run(f"def __init__({', '.join(parameters)}):\n {lines}\n", scope)
    made = scope["__init__"]
    made.__annotations__ = {**{each.name: each.type for each in [*plain, *keywords]}, "return": None}
    return made


def _repr(fields):
    names = [each.name for each in fields if each.repr]
    running = []

    def __repr__(self):
        if any([each is self for each in running]):
            return "..."
        running.append(self)
        try:
            shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
            return f"{self.__class__.__qualname__}({shown})"
        finally:
            running.pop()

    return __repr__


def _values_of(fields):
    scope = {}
    values = "".join([f"self.{each.name}, " for each in fields])
    _run(f"def values(self):\n return ({values})\n", scope)
    return scope["values"]


def _orders(values):
    def __lt__(self, other):
        return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return values(self) > values(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return values(self) >= values(other) if other.__class__ is self.__class__ else NotImplemented

    return __lt__, __le__, __gt__, __ge__


def _equality(values):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        # One after the other with ==: a tuple would take what is the same object for equal.
        result = True
        for mine, theirs in zip(values(self), values(other)):
            result = mine == theirs
            if not result:
                break
        return result

    return __eq__


def _frozen_setters(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _with_slots(cls, fields, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [each.name for each in fields]
    inherited = [name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())]
    namespace["__slots__"] = tuple([name for name in names if name not in inherited])
    for name in [*names, "__dict__", "__weakref__"]:
        namespace.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen_base = has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            has_bases = True
            fields.update(inherited)
            parameters = base.__dict__["__dataclass_params__"]
            any_frozen_base = any_frozen_base or parameters.frozen
            if parameters.frozen and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if frozen and not parameters.frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    hints = cls.__dict__.get("__annotations__", {})
    own = []
    keyword_only = kw_only
    for name, hint in hints.items():
        if hint is KW_ONLY or isinstance(hint, str) and hint.rpartition(".")[2] == "KW_ONLY":
            keyword_only = True
        else:
            own.append(_made_field(cls, name, hint, keyword_only))
    for each in own:
        fields[each.name] = each
        if isinstance(cls.__dict__.get(each.name), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in hints:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    explicit_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = not (explicit_hash is MISSING or explicit_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                       weakref_slot)
    real = [each for each in fields.values() if each._field_type == "field"]
    if init:
        _set_method(cls, "__init__", _init(cls, list(fields.values()), frozen, slots), "__init__" not in cls.__dict__)
    _set_method(cls, "__replace__", _replace)
    if repr:
        _set_method(cls, "__repr__", _repr(real))
    compared = _values_of([each for each in real if each.compare])
    if eq:
        _set_method(cls, "__eq__", _equality(compared))
    if order:
        for function in _orders(compared):
            if _set_method(cls, function.__name__, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        for function in _frozen_setters(cls, tuple([each.name for each in real])):
            if _set_method(cls, function.__name__, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
    if unsafe_hash or eq and frozen:
        if unsafe_hash and has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        if not has_hash:
            hashed = _values_of([each for each in real if (each.compare if each.hash is None else each.hash)])
            _set_method(cls, "__hash__", lambda self: hash(hashed(self)), True)
    elif eq and not has_hash:
        cls.__hash__ = None
    if cls.__doc__ is None:
        shown = ", ".join([f"{each.name}: {_shown_hint(each.type)}{_shown_default(each)}" for each in real if each.init])
        cls.__doc__ = f"{cls.__name__}({shown})"
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([each.name for each in fields.values()
                                    if each._field_type != "class" and each.init and not each.kw_only])
    if slots:
        cls = _with_slots(cls, real, weakref_slot)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _shown_hint(hint):
    return hint.__qualname__ if isinstance(hint, type) else repr(hint)


def _shown_default(each):
    if each.default is not MISSING:
        return f" = {each.default!r}"
    return " = <factory>" if each.default_factory is not MISSING else ""


class _Params:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
                 "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__])})"


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        every = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([each for each in every.values() if each._field_type == "field"])


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _plain(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _plain(obj, make):
    kind = type(obj)
    if kind in (int, str, float, bool, bytes, type(None)):
        return obj
    if _is_instance(obj):
        return make([(each.name, _plain(getattr(obj, each.name), make)) for each in fields(obj)])
    if kind is list or kind is tuple or kind is set or kind is frozenset:
        return kind([_plain(item, make) for item in obj])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_plain(item, make) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_plain(key, make), _plain(value, make)) for key, value in obj.items()]
        if hasattr(kind, "default_factory") or hasattr(obj, "default_factory"):
            made = kind(obj.default_factory)
            made.update(pairs)
            return made
        return kind(pairs)
    if isinstance(obj, (list, tuple)):
        return kind([_plain(item, make) for item in obj])
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for each in self.__dataclass_fields__.values():
        if each._field_type == "class":
            continue
        if not each.init:
            if each.name in changes:
                raise TypeError(f"field {each.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if each.name not in changes:
            if each._field_type == "init" and each.default is MISSING:
                raise TypeError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(self, each.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    namespace = dict(namespace or {})
    hints = {}
    for each in fields:
        if isinstance(each, str):
            name, hint = each, "typing.Any"
        else:
            name, hint = each[0], each[1]
            if len(each) == 3:
                namespace[name] = each[2]
        if not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in hints:
            raise TypeError(f"Field name duplicated: {name!r}")
        hints[name] = hint
    namespace["__annotations__"] = hints
    cls = type(cls_name, tuple(bases), namespace)
    cls.__module__ = module or "types"
    return dataclass(cls, **options)
