# int, float, str and their kin of objects that say themselves what they are: __int__, __index__, __float__.
# Not for scripts to import.


def to_int(value, /):
    result = type(value).__int__(value)
    if not isinstance(result, int):
        raise TypeError(f"__int__ returned non-int (type {type_name(result)})")
    return int(result)


def to_index(value, /):
    result = type(value).__index__(value)
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {type_name(result)})")
    return int(result)


def to_bytes(value, /):
    result = type(value).__bytes__(value)
    if not isinstance(result, bytes):
        raise TypeError(f"__bytes__ returned non-bytes (type {type_name(result)})")
    return result


def bytes_of_size(value, /):
    return bytes(to_index(value))


# What cls(value) makes where cls derives from int, str ...: `value` says what it is to the base alone.
def derived(base, cls, value, /):
    return base.__new__(cls, base(value))


def to_float(value, /):
    result = type(value).__float__(value)
    if not isinstance(result, float):
        raise TypeError(f"{type_name(value)}.__float__ returned non-float (type {type_name(result)})")
    return float(result)


def rounded_float(value, method, /):
    return getattr(float(value), method)()


def index_to_float(value, /):
    return float(to_index(value))


def repeated(sequence, count, /):
    return sequence * to_index(count)


def repeated_in_place(sequence, count, /):
    return list.__imul__(sequence, to_index(count))


# An index or a slice of ints alone, the step first, as CPython asks.
def plain_key(key, /):
    if not isinstance(key, slice):
        number = to_index(key)
        if not -2**63 <= number < 2**63:
            raise IndexError(f"cannot fit '{type_name(key)}' into an index-sized integer")
        return number
    step, start, stop = [
        to_index(part) if hasattr(type(part), "__index__") else part for part in (key.step, key.start, key.stop)]
    return slice(start, stop, step)


def item_at(base, container, key, /):
    return base.__getitem__(container, plain_key(key))


def assign_at(base, container, key, value, /):
    base.__setitem__(container, plain_key(key), value)


def delete_at(base, container, key, /):
    base.__delitem__(container, plain_key(key))


def ascii_text(value, /):
    return escape_non_ascii(repr(value))


def divmod_script(left, right, /):
    kind, other = type(left), type(right)
    if hasattr(kind, "__divmod__"):
        result = kind.__divmod__(left, right)
        if result is not NotImplemented:
            return result
    if hasattr(other, "__rdivmod__"):
        result = other.__rdivmod__(right, left)
        if result is not NotImplemented:
            return result
    names = f"'{type_name(left)}' and '{type_name(right)}'"
    raise TypeError(f"unsupported operand type(s) for divmod(): {names}")


def int_from_bytes(source, order, signed, /):
    return int.from_bytes(bytes(source), order, signed=signed)
