# enum: classes whose members are fixed.
# Not for: plain constants.


class _Auto:
    # What auto() gives until its member is known; a value tuple may hold some.
    def __init__(self):
        self.value = None


def auto():
    return _Auto()


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class property(property):
    # A property that a member of the same name may hide: Member.name, Member.value.
    pass


_property = property


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


class EnumDict(dict):
    # The body's names; what is a member is noted in the order it stands there.
    def __init__(self, cls_name=None):
        dict.__init__(self)
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and key.startswith(f"_{self._cls_name}__") and not key.endswith("__"):
            pass
        elif _is_sunder(key):
            if key == "_generate_next_value_":
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                value = self._ignore
            elif key not in ("_order_", "_missing_", "_numeric_repr_", "_iter_member_", "_iter_member_by_value_",
                             "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_boundary_", "_use_args_",
                             "_value_repr_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore or isinstance(value, type) and value.__qualname__.endswith(f"{self._cls_name}.{key}"):
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not hasattr(type(value), "__get__") or isinstance(value, _Auto):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            if isinstance(value, _Auto):
                value = self._next(key, value)
            elif type(value) is tuple and any([isinstance(part, _Auto) for part in value]):
                value = tuple([self._next(key, part) if isinstance(part, _Auto) else part for part in value])
            self._member_names[key] = None
            self._last_values.append(value)
        dict.__setitem__(self, key, value)

    def _next(self, key, made):
        if made.value is None:
            made.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
        return made.value

    @_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more):
        for key, value in {**dict(members), **more}.items():
            self[key] = value


def _mixed_type(bases):
    # The type that the members' values have, when the class mixes one in.
    for each in bases:
        nearest = None
        for base in each.__mro__:
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    return base._member_type_
            elif base is not object:
                nearest = nearest or base
                if "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    return nearest
    return object


class EnumType(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        if "Enum" not in globals():
            return {}
        for base in bases:
            _check_extendable(name, base)
        names = EnumDict(name)
        if bases:
            generate = getattr(bases[-1], "_generate_next_value_", None)
            names._generate = generate
        return names

    def __new__(mcls, name, bases, names, *, boundary=None, _simple=False, **keywords):
        if "Enum" not in globals():
            return type.__new__(mcls, name, bases, dict(names))
        if not isinstance(names, EnumDict):
            plain, names = names, mcls.__prepare__(name, bases)
            names.update(plain)
        values = {key: names[key] for key in names._member_names}
        namespace = {key: value for key, value in names.items() if key not in values and key not in names._ignore}
        namespace.pop("_ignore_", None)
        if "_generate_next_value_" in namespace and not isinstance(namespace["_generate_next_value_"], staticmethod):
            namespace["_generate_next_value_"] = staticmethod(namespace["_generate_next_value_"])
        bad = {"mro", ""} & set(values)
        if bad:
            raise ValueError("invalid enum member name(s) %s" % ",".join([repr(each) for each in bad]))
        own_new = namespace.pop("__new__", None)
        cls = type.__new__(mcls, name, bases, namespace, **keywords)
        cls._member_map_ = {}
        cls._member_names_ = []
        cls._value2member_map_ = {}
        cls._unhashable_ = []
        kind = cls._member_type_ = _mixed_type(bases)
        if boundary is not None or "_boundary_" not in namespace:
            inherited = getattr(cls, "_boundary_", None)
            cls._boundary_ = boundary or inherited
        _choose_methods(cls, bases, kind, namespace)
        create = own_new
        if create is None:
            for base in cls.__mro__[1:]:
                create = base.__dict__.get("_new_member_")
                if create is not None:
                    break
        if isinstance(create, staticmethod):
            create = create.__func__
        if create is not None:
            cls._new_member_ = staticmethod(create)
        for key, value in values.items():
            _add_member(cls, key, value, create, kind)
        type.__setattr__(cls, "__new__", Enum.__new__)
        if cls._is_flag:
            _finish_flag(cls)
        order = names.get("_order_")
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if [each for each in order if each in cls._member_names_] != cls._member_names_:
                raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {order!r}")
        return cls

    def __init__(cls, *args, **keywords):
        pass

    def __call__(cls, value=_Auto, names=_Auto, *more, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or names is _Auto and type is None:
            if value is _Auto:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            if names is not _Auto:
                value = (value, names, *more)
            return cls.__new__(cls, value)
        return _made_by_call(cls, value, names, module, qualname, type, start, boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_ or value in cls._unhashable_
        except TypeError:
            return value in cls._unhashable_

    def __getattr__(cls, name):
        raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        type.__delattr__(cls, name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __repr__(cls):
        return f"<{'flag' if cls._is_flag else 'enum'} {cls.__name__!r}>"

    def __dir__(cls):
        return ["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_]

    @_property
    def __members__(cls):
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

    _is_flag = False


EnumMeta = EnumType


def _check_extendable(name, base):
    if isinstance(base, EnumType) and base._member_names_:
        raise TypeError(f"<{'flag' if base._is_flag else 'enum'} {name!r}> cannot extend {base!r}")


def _choose_methods(cls, bases, kind, namespace):
    # A type that is mixed in by hand does not say how members look, but for IntEnum and its like.
    if "ReprEnum" in globals() and ReprEnum in bases:
        namespace = {"__format__": kind.__format__,
                     "__str__": kind.__repr__ if kind.__str__ is object.__str__ else kind.__str__, **namespace}
        for name in ("__format__", "__str__"):
            setattr(cls, name, namespace[name])
    for name in ("__repr__", "__str__", "__format__"):
        if name not in namespace and getattr(cls, name) in (getattr(kind, name), getattr(object, name)):
            setattr(cls, name, getattr(bases[-1], name))
    if cls._is_flag and kind is not object:
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in namespace:
                setattr(cls, name, getattr(Flag, name))


def _add_member(cls, name, value, create, kind):
    args = value if type(value) is tuple else (value,)
    if create is not None:
        made = create(cls, *args)
        if not hasattr(made, "_value_"):
            made._value_ = value if kind is object else kind(*args)
    elif kind is object:
        made = object.__new__(cls)
        made._value_ = value
    elif kind is tuple:
        made = tuple.__new__(cls, value)
        made._value_ = value
    else:
        made = kind.__new__(cls, *args)
        made._value_ = kind(*args)
        if hasattr(kind, "__dataclass_fields__"):
            made._value_ = kind(*args)
    made._name_ = name
    made.__objclass__ = cls
    made._sort_order_ = len(cls._member_names_)
    init = getattr(cls, "__init__", None)
    if init is not Enum.__init__:
        made.__init__(*args)
    value = made._value_
    known = _member_of(cls, value)
    if known is not None:
        made = known
    elif not cls._is_flag or _is_single(value):
        cls._member_names_.append(name)
    cls._member_map_[name] = made
    type.__setattr__(cls, name, made)
    if known is None:
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_.append(value)


def _is_single(value):
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0


def _member_of(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for made in cls._member_map_.values():
            if made._value_ == value:
                return made
        return None


def _made_by_call(cls, name, names, module, qualname, mixed, start, boundary):
    bases = (cls,) if mixed is None else (mixed, cls)
    metaclass = type(cls)
    namespace = metaclass.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (list, tuple)) and names and isinstance(names[0], str):
        values = []
        pairs = []
        for index, each in enumerate(names):
            value = cls._generate_next_value_(each, start, index, values[:])
            values.append(value)
            pairs.append((each, value))
    else:
        pairs = names.items() if hasattr(names, "items") else list(names)
    for key, value in pairs:
        namespace[key] = value
    if module is not None:
        namespace["__module__"] = module
    return metaclass.__new__(metaclass, name, bases, namespace, boundary=boundary)


def _message(cls, value):
    return f"{value!r} is not a valid {cls.__qualname__}"


class Enum(metaclass=EnumType):
    _member_map_ = {}
    _member_names_ = []
    _value2member_map_ = {}
    _unhashable_ = []
    _member_type_ = object

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _member_of(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members")
        error = None
        try:
            found = cls._missing_(value)
        except Exception as raised:
            error = raised
            found = None
        if isinstance(found, cls):
            return found
        if error is None and found is None and isinstance(getattr(cls, "_boundary_", None), FlagBoundary) \
                and cls._boundary_ is EJECT and isinstance(value, int):
            return value
        if error is None and found is not None:
            if cls._is_flag and isinstance(found, int):
                return found
            raise TypeError(
                f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")
        if error is not None:
            error.__context__ = ValueError(_message(cls, value))
            raise error
        raise ValueError(_message(cls, value))

    def __init__(self, *args, **keywords):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value = self._value_
        shown = repr(value)
        kind = self._member_type_
        if hasattr(kind, "__dataclass_fields__"):
            fields = [field.name for field in kind.__dataclass_fields__.values() if field.repr]
            shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in fields])
        return f"<{self.__class__.__name__}.{self._name_}: {shown}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str(self).__format__(format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
                      | {name for name in type(self).__dict__ if name[0] != "_" and name not in self._member_map_})

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @_property
    def name(self):
        return self._name_

    @_property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if values and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _finish_flag(cls):
    mask = every = 0
    for made in cls._member_map_.values():
        if isinstance(made._value_, int):
            every |= made._value_
            if _is_single(made._value_):
                mask |= made._value_
    cls._flag_mask_ = every
    cls._singles_mask_ = mask
    cls._all_bits_ = 2 ** every.bit_length() - 1
    if cls._boundary_ is None:
        cls._boundary_ = STRICT


class Flag(Enum):
    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        if not isinstance(highest, int):
            raise TypeError(f"invalid flag value {highest!r}")
        return 2 ** highest.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(_message(cls, value))
        mask, bits = cls._flag_mask_, cls._all_bits_
        if not ~bits <= value <= bits or value & (bits ^ mask):
            if cls._boundary_ is STRICT:
                digits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_bits(value, digits)}\n  allowed {_bits(mask, digits)}")
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = bits + 1 + value if cls._boundary_ is KEEP else mask & value
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        kind = cls._member_type_
        made = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        made._value_ = value
        made.__objclass__ = cls
        parts = [member for member in cls._parts(value)]
        unknown = value & ~mask
        made._name_ = "|".join([part._name_ for part in parts]) or None
        if unknown and made._name_:
            made._name_ += f"|{unknown}"
        cls._value2member_map_[value] = made
        return made

    @classmethod
    def _parts(cls, value):
        return [cls._member_map_[name] for name in cls._member_names_ if cls._member_map_[name]._value_ & value]

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            kind = self.__class__.__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {kind!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(self._parts(self._value_))

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f"<{name}: {self._value_!r}>"
        return f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        other = self._other(other)
        return other if other is NotImplemented else self.__class__(self._value_ | other)

    def __and__(self, other):
        other = self._other(other)
        return other if other is NotImplemented else self.__class__(self._value_ & other)

    def __xor__(self, other):
        other = self._other(other)
        return other if other is NotImplemented else self.__class__(self._value_ ^ other)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


def _bits(value, digits):
    text = bin(value if value >= 0 else value + (1 << digits))[2:].rjust(digits, "0")
    return f"0b{'1' if value < 0 else '0'} {text}"


type.__setattr__(Flag, "_is_flag", True)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def unique(enumeration):
    doubles = [(name, made.name) for name, made in enumeration._member_map_.items() if name != made.name]
    if doubles:
        shown = ", ".join([f"{alias} -> {name}" for alias, name in doubles])
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration


from enum._checks import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, show_flag_values, verify
