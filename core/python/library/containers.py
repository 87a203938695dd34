# What containers do with items of the script: repr, sorting by a key function, updates from any iterable.
# Not for scripts to import. Natives: sort_with_keys, exchange_items, enter_repr, leave_repr.


def list_repr(items, /):
    if not enter_repr(items):
        return "[...]"
    try:
        return "[" + ", ".join([repr(item) for item in items]) + "]"
    finally:
        leave_repr()


def tuple_repr(items, /):
    if not enter_repr(items):
        return "(...)"
    try:
        texts = [repr(item) for item in items]
        return "(" + texts[0] + ",)" if len(texts) == 1 else "(" + ", ".join(texts) + ")"
    finally:
        leave_repr()


def dict_repr(mapping, /):
    if not enter_repr(mapping):
        return "{...}"
    try:
        return "{" + ", ".join([repr(key) + ": " + repr(value) for key, value in dict.items(mapping)]) + "}"
    finally:
        leave_repr()


def set_repr(items, /):
    name = type(items).__name__
    if not enter_repr(items):
        return name + "(...)"
    try:
        text = "{" + ", ".join([repr(item) for item in items]) + "}"
        return text if type(items) is set else name + "(" + text + ")"
    finally:
        leave_repr()


def view_repr(name, items, /):
    return name + "(" + repr(items) + ")"


def not_in_list(wanted, /):
    raise ValueError(repr(wanted) + " is not in list")


def sort_by_key(items, key, reverse, /):
    # The list looks empty meanwhile; what is put into it is noticed and dropped.
    held = exchange_items(items, [])
    try:
        sort_with_keys(held, [key(item) for item in held], reverse)
    finally:
        changed = exchange_items(items, held)
    if changed:
        raise ValueError("list modified during sort")


def dict_update_mapping(target, mapping, /):
    for key in mapping.keys():
        target[key] = mapping[key]


def dict_update_pairs(target, pairs, /):
    position = 0
    for pair in pairs:
        try:
            items = list(pair)
        except TypeError:
            items = None
        if items is None:
            raise TypeError(f"cannot convert dictionary update sequence element #{position} to a sequence")
        if len(items) != 2:
            raise ValueError(
                f"dictionary update sequence element #{position} has length {len(items)}; 2 is required"
            )
        target[items[0]] = items[1]
        position += 1


def dict_update_and_return(target, source, /):
    target.update(source)
    return target


def dict_fill(target, source, keywords, /):
    dict.update(target, source)
    dict.update(target, keywords)


def dict_fill_and_return(target, source, keywords, /):
    dict.update(target, source)
    dict.update(target, keywords)
    return target


def dict_fromkeys(cls, taken, rest, value, /):
    result = cls()
    for key in taken:
        result[key] = value
    for key in rest:
        result[key] = value
    return result


def set_union(result, others, /):
    return result.union(*[set(other) for other in others])


def set_intersection(result, others, /):
    return result.intersection(*[set(other) for other in others])


def set_difference(result, others, /):
    return result.difference(*[set(other) for other in others])


def set_symmetric_difference(result, others, /):
    return result.symmetric_difference(set(others[0]))


def view_operation(name, left, right, /):
    return getattr(set(left), name)(set(right))


def set_update(target, others, /):
    for other in others:
        for item in other:
            target.add(item)


def set_intersection_update(target, others, /):
    target.intersection_update(*[set(other) for other in others])


def set_difference_update(target, others, /):
    target.difference_update(*[set(other) for other in others])


def set_symmetric_difference_update(target, others, /):
    target.symmetric_difference_update(set(others[0]))


def set_issubset(items, other, /):
    return items.issubset(set(other))


def set_issuperset(items, other, /):
    return items.issuperset(set(other))


def set_isdisjoint(items, other, /):
    return items.isdisjoint(set(other))


def compare_rest(kind, left, right, operator, place, /):
    # `operator`: 0 <, 1 <=, 2 ==, 3 !=, 4 >, 5 >=.
    while place < kind.__len__(left) and place < kind.__len__(right):
        mine = kind.__getitem__(left, place)
        other = kind.__getitem__(right, place)
        if not (mine is other or mine == other):
            if operator == 2 or operator == 3:
                return operator == 3
            if operator < 2:
                return mine < other if operator == 0 else mine <= other
            return mine > other if operator == 4 else mine >= other
        place += 1
    sizes = kind.__len__(left), kind.__len__(right)
    return (int.__lt__, int.__le__, int.__eq__, int.__ne__, int.__gt__, int.__ge__)[operator](*sizes)


def contains_rest(kind, items, wanted, place, /):
    while place < kind.__len__(items):
        item = kind.__getitem__(items, place)
        if item is wanted or item == wanted:
            return True
        place += 1
    return False
