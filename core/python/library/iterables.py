# Builtins that take items, for iterables that run the script: generators, classes with __iter__.
# Not for scripts to import. `taken` are items that native code has already, `rest` is where the others come from.


def extend(_, items, rest, /):
    for item in rest:
        items.append(item)


def extend_and_return(result, items, rest, /):
    for item in rest:
        items.append(item)
    return result


def assign_slice(target, key, items, rest, /):
    for item in rest:
        items.append(item)
    target[key] = items


def make_tuple(cls, items, rest, /):
    for item in rest:
        items.append(item)
    return tuple.__new__(cls, items)


def make_bytes(_, items, rest, /):
    for item in rest:
        items.append(item)
    return bytes(items)


def fill_set(target, items, rest, /):
    for item in items:
        add_to_set(target, item)
    for item in rest:
        add_to_set(target, item)


def fill_set_and_return(target, items, rest, /):
    for item in items:
        add_to_set(target, item)
    for item in rest:
        add_to_set(target, item)
    return target


def join(separator, items, rest, /):
    for item in rest:
        items.append(item)
    return separator.join(items)


def join_bytes(separator, iterable, /):
    items = list(iterable)
    # A bytearray is an object of the library.
    return separator.join([bytes(item) if hasattr(type(item), "extend") and hasattr(type(item), "__bytes__") else item
                           for item in items])


def any_rest(taken, rest, /):
    for item in taken:
        if item:
            return True
    for item in rest:
        if item:
            return True
    return False


def all_rest(taken, rest, /):
    for item in taken:
        if not item:
            return False
    for item in rest:
        if not item:
            return False
    return True


def sum_rest(taken, rest, total, /):
    lost = [0.0]
    for item in taken:
        total = sum_step(lost, total, item)
    for item in rest:
        total = sum_step(lost, total, item)
    return sum_end(lost, total)


def min_rest(taken, rest, key, fallback, /):
    found = False
    for item in chain(taken, rest):
        order = item if key is None else key(item)
        if not found or order < best_order:
            found, best, best_order = True, item, order
    if found:
        return best
    if fallback:
        return fallback[0]
    raise ValueError("min() iterable argument is empty")


def max_rest(taken, rest, key, fallback, /):
    found = False
    for item in chain(taken, rest):
        order = item if key is None else key(item)
        if not found or order > best_order:
            found, best, best_order = True, item, order
    if found:
        return best
    if fallback:
        return fallback[0]
    raise ValueError("max() iterable argument is empty")


def chain(taken, rest, /):
    for item in taken:
        yield item
    if rest is not None:
        for item in rest:
            yield item


def sorted_rest(items, rest, key, reverse, /):
    for item in rest:
        items.append(item)
    items.sort(key=key, reverse=reverse)
    return items


def next_or(iterator, default, /):
    try:
        return next(iterator)
    except StopIteration:
        return default


async def anext_or(iterator, default, /):
    try:
        return await anext(iterator)
    except StopAsyncIteration:
        return default


def iterate_until(function, sentinel, /):
    while True:
        value = function()
        if value == sentinel:
            return
        yield value


def reversed_items(sequence, /):
    index = len(sequence) - 1
    while index >= 0:
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item
        index -= 1


def make_enumerate(iterable, start, /):
    return enumerate_of(iter(iterable), start)


def make_zip(iterables, strict, /):
    return zip_of([iter(iterable) for iterable in iterables], strict)


def make_map(function, iterables, /):
    return map_of(function, [iter(iterable) for iterable in iterables])


def make_filter(function, iterable, /):
    return filter_of(function, iter(iterable))


def enumerate_items(iterator, index, /):
    for item in iterator:
        yield index, item
        index += 1


def zip_items(iterators, strict, /):
    if not iterators:
        return
    while True:
        row = []
        for iterator in iterators:
            try:
                row.append(next(iterator))
            except StopIteration:
                if strict:
                    check_strict(iterators, len(row))
                return
        yield tuple(row)


def check_strict(iterators, ended, /):
    if ended > 0:
        others = "argument 1" if ended == 1 else f"arguments 1-{ended}"
        raise ValueError(f"zip() argument {ended + 1} is shorter than {others}")
    for position in range(1, len(iterators)):
        try:
            next(iterators[position])
        except StopIteration:
            continue
        others = "argument 1" if position == 1 else f"arguments 1-{position}"
        raise ValueError(f"zip() argument {position + 1} is longer than {others}")


def map_items(function, iterators, /):
    if len(iterators) == 1:
        for item in iterators[0]:
            yield function(item)
        return
    while True:
        row = []
        for iterator in iterators:
            try:
                row.append(next(iterator))
            except StopIteration:
                return
        yield function(*row)


def filter_items(function, iterator, /):
    if function is None:
        for item in iterator:
            if item:
                yield item
        return
    for item in iterator:
        if function(item):
            yield item


def filter_rest(function, item, iterator, /):
    if item if function is None else function(item):
        yield item
    for item in iterator:
        if item if function is None else function(item):
            yield item
