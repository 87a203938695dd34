# itertools: each an iterator class around a generator.
# Not for: speed beyond that of generators.
_MISSING = object()


def _whole(number):
    return range(number).stop


class _Lazy:
    def __init__(self, *args, **keywords):
        self._items = self._of(*args, **keywords)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def _iterator(function):
    members = {"_of": staticmethod(function), "__tp_name__": f"itertools.{function.__name__}"}
    return type(function.__name__, (_Lazy,), members)


class count:
    __tp_name__ = "itertools.count"

    def __init__(self, start=0, step=1):
        for number in (start, step):
            if not any([hasattr(type(number), name) for name in ("__index__", "__int__", "__float__")]):
                raise TypeError("a number is required")
        if isinstance(start, int) and type(step) is int and step == 1:
            start = _whole(start)
        self._number = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        number = self._number
        self._number = number + self._step
        return number

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f"count({self._number!r})"
        return f"count({self._number!r}, {self._step!r})"


class repeat:
    __tp_name__ = "itertools.repeat"

    def __init__(self, object, times=_MISSING):
        self._object = object
        self._left = None if times is _MISSING else max(_whole(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        return f"repeat({self._object!r})" if self._left is None else f"repeat({self._object!r}, {self._left})"


@_iterator
def cycle(iterable, /):
    def run(items):
        seen = []
        for item in items:
            seen.append(item)
            yield item
        while seen:
            for item in seen:
                yield item

    return run(iter(iterable))


def _chained(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


class chain(_Lazy):
    __tp_name__ = "itertools.chain"

    def _of(self, *iterables):
        return _chained(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._items = _chained(iter(iterable))
        return self


@_iterator
def accumulate(iterable, func=None, *, initial=None):
    def run(items, total):
        if total is None:
            for total in items:
                break
            else:
                return
        yield total
        for item in items:
            total = total + item if func is None else func(total, item)
            yield total

    return run(iter(iterable), initial)


@_iterator
def batched(iterable, n, *, strict=False):
    def run(items):
        batch = []
        for item in items:
            batch.append(item)
            if len(batch) == n:
                yield tuple(batch)
                batch = []
        if batch:
            if strict:
                raise ValueError("batched(): incomplete batch")
            yield tuple(batch)

    n = _whole(n)
    if n < 1:
        raise ValueError("n must be at least one")
    return run(iter(iterable))


@_iterator
def compress(data, selectors):
    def run(pairs):
        for item, wanted in pairs:
            if wanted:
                yield item

    return run(zip(data, selectors))


@_iterator
def dropwhile(predicate, iterable, /):
    def run(items):
        for item in items:
            if not predicate(item):
                yield item
                break
        for item in items:
            yield item

    return run(iter(iterable))


@_iterator
def takewhile(predicate, iterable, /):
    def run(items):
        for item in items:
            if not predicate(item):
                return
            yield item

    return run(iter(iterable))


@_iterator
def filterfalse(predicate, iterable, /):
    def run(items):
        for item in items:
            if not (item if predicate is None else predicate(item)):
                yield item

    return run(iter(iterable))


def _bound(number):
    # -1: no index.
    try:
        number = _whole(number)
    except Exception:
        return -1
    return number if number < 1 << 63 else -1


@_iterator
def islice(iterable, /, *bounds):
    if not 1 <= len(bounds) <= 3:
        expected = "at least 2" if not bounds else "at most 4"
        raise TypeError(f"islice expected {expected} arguments, got {len(bounds) + 1}")
    start, stop, step = (None, *bounds, None) if len(bounds) == 1 else (*bounds, None)[:3]
    start = 0 if start is None else _bound(start)
    step = 1 if step is None else _bound(step)
    if stop is not None:
        stop = _bound(stop)
        if stop == -1:
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if start < 0 or stop is not None and stop < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")

    def run(items):
        # Items are taken no further than the stop, as the one before it needs them.
        wanted = start
        index = 0
        while stop is None or index < stop:
            for item in items:
                break
            else:
                return
            if index == wanted:
                yield item
                wanted += step
            index += 1

    return run(iter(iterable))


@_iterator
def pairwise(iterable, /):
    def run(items):
        for before in items:
            break
        else:
            return
        for item in items:
            yield before, item
            before = item

    return run(iter(iterable))


@_iterator
def starmap(function, iterable, /):
    def run(items):
        for args in items:
            yield function(*args)

    return run(iter(iterable))


@_iterator
def zip_longest(*iterables, fillvalue=None):
    def run(iterators):
        left = len(iterators)
        while left:
            row = []
            for index, items in enumerate(iterators):
                item = fillvalue
                if items is not None:
                    for item in items:
                        break
                    else:
                        iterators[index] = None
                        left -= 1
                        item = fillvalue
                row.append(item)
            if left:
                yield tuple(row)

    return run([iter(iterable) for iterable in iterables])


@_iterator
def product(*iterables, repeat=1):
    def run(pools):
        indices = [0] * len(pools)
        if not all(pools):
            return
        while True:
            yield tuple([pool[index] for pool, index in zip(pools, indices)])
            for place in range(len(pools) - 1, -1, -1):
                indices[place] += 1
                if indices[place] < len(pools[place]):
                    break
                indices[place] = 0
            else:
                return

    repeat = _whole(repeat)
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return run([tuple(iterable) for iterable in iterables] * repeat)


def _length(r):
    r = _whole(r)
    if r < 0:
        raise ValueError("r must be non-negative")
    return r


@_iterator
def permutations(iterable, r=None):
    def run(pool, r):
        size = len(pool)
        if r > size:
            return
        indices = list(range(size))
        cycles = list(range(size, size - r, -1))
        yield tuple([pool[index] for index in indices[:r]])
        while True:
            for place in range(r - 1, -1, -1):
                cycles[place] -= 1
                if cycles[place]:
                    other = -cycles[place]
                    indices[place], indices[other] = indices[other], indices[place]
                    yield tuple([pool[index] for index in indices[:r]])
                    break
                indices[place:] = indices[place + 1:] + indices[place:place + 1]
                cycles[place] = size - place
            else:
                return

    pool = tuple(iterable)
    if not (r is None or isinstance(r, int)):
        raise TypeError("Expected int as r")
    return run(pool, len(pool) if r is None else _length(r))


def _combined(pool, r, repeated):
    size = len(pool)
    if r > size and not (repeated and size) or repeated and not size and r:
        return
    indices = [0] * r if repeated else list(range(r))
    while True:
        yield tuple([pool[index] for index in indices])
        for place in range(r - 1, -1, -1):
            if indices[place] != (size - 1 if repeated else place + size - r):
                break
        else:
            return
        first = indices[place] + 1
        for later in range(place, r):
            indices[later] = first
            if not repeated:
                first += 1


@_iterator
def combinations(iterable, r):
    return _combined(tuple(iterable), _length(r), False)


@_iterator
def combinations_with_replacement(iterable, r):
    return _combined(tuple(iterable), _length(r), True)


class groupby:
    __tp_name__ = "itertools.groupby"

    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key
        self._wanted = self._current = self._item = _MISSING

    def __iter__(self):
        return self

    def _advance(self):
        self._item = next(self._items)
        self._current = self._item if self._key is None else self._key(self._item)

    def __next__(self):
        self._group = None
        while self._wanted is _MISSING or self._current is self._wanted or self._current == self._wanted:
            self._advance()
            if self._wanted is _MISSING:
                break
        self._wanted = self._current
        self._group = group = _grouper(self, self._wanted)
        return self._current, group


class _grouper:
    __tp_name__ = "final itertools._grouper"

    def __init__(self, parent, wanted):
        self._parent = parent
        self._wanted = wanted
        self._first = True

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if self._first:
            self._first = False
            return parent._item
        parent._advance()
        if parent._current is self._wanted or parent._current == self._wanted:
            return parent._item
        self._parent = _OVER
        raise StopIteration


class _OVER:
    _group = None


class _tee:
    __tp_name__ = "itertools._tee"

    # Each holds the first of a chain of [item, next link]; the last link is empty.
    def __init__(self, items, link):
        self._items = items
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            link += (next(self._items), [])
        item, self._link = link
        return item

    def __copy__(self):
        return _tee(self._items, self._link)


def tee(iterable, n=2, /):
    n = _whole(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    items, link = iter(iterable), []
    if isinstance(items, _tee):
        items, link = items._items, items._link
    return tuple([_tee(items, link) for _ in range(n)])
