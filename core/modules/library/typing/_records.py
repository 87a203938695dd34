# NamedTuple and TypedDict: classes made of their hints.
# Not for: dataclasses.
import collections as _collections
from typing import _Hint, _hint


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        hints = namespace.get("__annotations__", {})
        defaults = []
        for field in hints:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f"non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} "
                                f"{', '.join([each for each in hints if each in namespace])}")
        made = _collections.namedtuple(name, list(hints), defaults=defaults, module=namespace["__module__"])
        made.__annotations__ = made.__new__.__annotations__ = dict(hints)
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                       "_replace", "_asdict", "_source"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in hints and key not in ("__module__", "__qualname__", "__annotations__", "__orig_bases__"):
                setattr(made, key, value)
                hook = getattr(type(value), "__set_name__", None)
                if hook is not None:
                    hook(value, made, key)
        made.__qualname__ = namespace.get("__qualname__", name)
        made.__orig_bases__ = (NamedTuple,)
        return made


class _NamedTupleMaker(_Hint):
    __name__ = __qualname__ = "NamedTuple"

    def __call__(self, typename, fields=(), /, **keywords):
        pairs = [*fields, *keywords.items()]
        made = _collections.namedtuple(typename, [name for name, _ in pairs])
        made.__annotations__ = {name: _hint(hint) for name, hint in pairs}
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return "<function NamedTuple>"


_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple = _NamedTupleMaker()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(getattr(base, "__annotations__", {}))
            required |= getattr(base, "__required_keys__", frozenset())
            optional |= getattr(base, "__optional_keys__", frozenset())
        own = namespace.get("__annotations__", {})
        for key, hint in own.items():
            marker = getattr(getattr(hint, "__origin__", None), "_name", None)
            needed = marker == "Required" or total and marker != "NotRequired"
            (required if needed else optional).add(key)
        made = type.__new__(mcls, name, (dict,), dict(namespace))
        made.__annotations__ = {**hints, **own}
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **keywords):
        return dict(*args, **keywords)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictMaker(_Hint):
    __name__ = __qualname__ = "TypedDict"

    def __call__(self, typename, fields={}, /, *, total=True):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields)}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

    def __repr__(self):
        return "<function TypedDict>"


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict = _TypedDictMaker()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)
