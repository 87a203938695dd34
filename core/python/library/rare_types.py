# Builtin types that few programs name: bytearray, and those that are refused by name. Made at their first use.
# Not for natives: to them a bytearray is an object with __bytes__.


class complex:
    def __new__(cls, *args, **keywords):
        raise RuntimeError("Loopscope does not support complex numbers")


class memoryview:
    def __new__(cls, *args, **keywords):
        raise RuntimeError("Loopscope does not support memoryview: use bytes")


class bytearray:
    __tp_name__ = "bytearray"
    __hash__ = None

    def __init__(self, source=b"", encoding=None, errors=None):
        if isinstance(source, str) or encoding is not None or errors is not None:
            source = bytes(source, *[given for given in (encoding, errors) if given is not None])
        kind = type(source)
        if isinstance(source, (bytes, bytearray)) or hasattr(kind, "__bytes__") or hasattr(kind, "__index__"):
            self._items = list(bytes(source))
        elif not hasattr(kind, "__iter__"):
            raise TypeError(f"cannot convert '{kind.__name__}' object to bytearray")
        else:
            self._items = [byte(item) for item in source]

    def __bytes__(self):
        return bytes(self._items)

    def __repr__(self):
        return f"{type(self).__name__}({bytes(self._items)!r})"

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return plain(item) in bytes(self._items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return bytearray(self._items[key])
        return self._items[position(self, key)]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if isinstance(value, (int, str)):
                raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
            self._items[key] = bytes(value)
        else:
            self._items[position(self, key)] = byte(value)

    def __delitem__(self, key):
        del self._items[key if isinstance(key, slice) else position(self, key)]

    def append(self, item, /):
        self._items.append(byte(item))

    def extend(self, items, /):
        if not hasattr(type(items), "__iter__") and not hasattr(type(items), "__getitem__"):
            raise TypeError(f"can't extend bytearray with {type(items).__name__}")
        if isinstance(items, str):
            raise TypeError("expected iterable of integers; got: 'str'")
        self._items.extend([byte(item) for item in items])

    def insert(self, index, item, /):
        self._items.insert(index, byte(item))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError("pop from empty bytearray")
        return self._items.pop(index)

    def remove(self, value, /):
        value = byte(value)
        if value not in self._items:
            raise ValueError("value not found in bytearray")
        self._items.remove(value)

    def clear(self):
        self._items.clear()

    def reverse(self):
        self._items.reverse()

    def copy(self):
        return bytearray(self._items)

    def __add__(self, other):
        return bytearray(self._items + list(joinable(other)))

    def __radd__(self, other):
        return other + bytes(self._items) if isinstance(other, bytes) else NotImplemented

    def __iadd__(self, other):
        self._items += joinable(other)
        return self

    def __mul__(self, times):
        return bytearray(bytes(self._items) * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._items *= times
        return self

    def __mod__(self, values):
        return bytearray(bytes(self._items) % values)

    @classmethod
    def fromhex(cls, text, /):
        return cls(bytes.fromhex(text))

    maketrans = staticmethod(bytes.maketrans)


def byte(value):
    value = range(value).stop
    if not 0 <= value < 256:
        raise ValueError("byte must be in range(0, 256)")
    return value


def position(array, key):
    if not hasattr(type(key), "__index__"):
        raise TypeError(f"bytearray indices must be integers or slices, not {type(key).__name__}")
    key = range(key).stop
    if not -len(array._items) <= key < len(array._items):
        raise IndexError("bytearray index out of range")
    return key


def joinable(other):
    if not isinstance(other, (bytes, bytearray)):
        raise TypeError(f"can't concat {type(other).__name__} to bytearray")
    return bytes(other)


def plain(value):
    return bytes(value) if isinstance(value, bytearray) else value


def own(result):
    if isinstance(result, bytes):
        return bytearray(result)
    if isinstance(result, (list, tuple)):
        return type(result)([own(each) for each in result])
    return result


def add_method(name):
    function = getattr(bytes, name)

    def method(self, *args, **keywords):
        return own(function(bytes(self._items), *[plain(each) for each in args], **keywords))

    def comparison(self, other):
        return function(bytes(self._items), plain(other))

    method.__name__ = name
    setattr(bytearray, name, comparison if name.startswith("__") else method)


for name in dir(bytes):
    if name[0] != "_" and not hasattr(bytearray, name):
        add_method(name)
for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
    add_method(name)
