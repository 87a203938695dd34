# deque: a list whose first items may be taken already.
# Not for: other containers.
from _report import type_name as _type_name


class deque:
    __tp_name__ = "collections.deque"

    # The items are _items[_head:]; what stands before is free room.
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        items = list(iterable)
        if maxlen is not None and len(items) > maxlen:
            del items[:len(items) - maxlen]
        self._items = items
        self._head = 0
        self._maxlen = maxlen
        self._version = 0

    @property
    def maxlen(self):
        return self._maxlen

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return len(self._items) > self._head

    def append(self, x, /):
        items = self._items
        self._version += 1
        items.append(x)
        if self._maxlen is not None and len(items) - self._head > self._maxlen:
            self._drop_first()

    def appendleft(self, x, /):
        self._version += 1
        if self._maxlen is not None and len(self) >= self._maxlen:
            if self._maxlen == 0:
                return
            self._items.pop()
        if self._head == 0:
            self._head = len(self._items) + 8
            self._items[:0] = [None] * self._head
        self._head -= 1
        self._items[self._head] = x

    def _drop_first(self):
        items, head = self._items, self._head
        item = items[head]
        items[head] = None
        self._head = head = head + 1
        # Once half of the list is free it moves: each item once for each that was taken.
        if head > 16 and head * 2 > len(items):
            del items[:head]
            self._head = 0
        return item

    def popleft(self):
        if len(self._items) == self._head:
            raise IndexError("pop from an empty deque")
        self._version += 1
        return self._drop_first()

    def pop(self):
        if len(self._items) == self._head:
            raise IndexError("pop from an empty deque")
        self._version += 1
        return self._items.pop()

    def extend(self, iterable, /):
        for item in list(iterable) if iterable is self else iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        for item in list(iterable) if iterable is self else iterable:
            self.appendleft(item)

    def _settle(self):
        # The list without free room.
        del self._items[:self._head]
        self._head = 0
        self._version += 1
        return self._items

    def clear(self):
        self._settle().clear()

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def rotate(self, n=1, /):
        items = self._settle()
        if items:
            n %= len(items)
            items[:] = items[len(items) - n:] + items[:len(items) - n]

    def reverse(self):
        self._settle().reverse()

    def count(self, x, /):
        return self._items[self._head:].count(x)

    def index(self, x, *bounds):
        try:
            return self._items[self._head:].index(x, *bounds)
        except ValueError:
            raise ValueError(f"{x!r} is not in deque") from None

    def insert(self, i, x, /):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._settle().insert(i, x)

    def remove(self, value, /):
        try:
            self._settle().remove(value)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def _place(self, index):
        if not isinstance(index, int):
            raise TypeError(f"sequence index must be integer, not '{_type_name(index)}'")
        size = len(self)
        if not -size <= index < size:
            raise IndexError("deque index out of range")
        return index + (self._head if index >= 0 else len(self._items))

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        self._items[self._place(index)] = value

    def __delitem__(self, index):
        place = self._place(index) - self._head
        del self._settle()[place]

    def __iter__(self):
        version = self._version
        for index in range(self._head, len(self._items)):
            yield self._items[index]
            if self._version != version:
                raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        return iter(self._items[self._head:][::-1])

    def __contains__(self, item):
        return item in self._items[self._head:]

    def __repr__(self):
        if any([each is self for each in _shown]):
            return "[...]"
        _shown.append(self)
        try:
            shown = repr(self._items[self._head:])
        finally:
            _shown.pop()
        name = type(self).__name__
        return f"{name}({shown})" if self._maxlen is None else f"{name}({shown}, maxlen={self._maxlen})"

    __hash__ = None

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{_type_name(other)}") to deque')
        return type(self)([*self, *other], self._maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times):
        if not hasattr(times, "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{_type_name(times)}'")
        return type(self)(list(self) * times, self._maxlen)

    def __rmul__(self, times):
        if isinstance(times, (str, bytes, list, tuple)):
            raise TypeError(f"can't multiply sequence by non-int of type '{_type_name(self)}'")
        return self * times

    def __imul__(self, times):
        self._items = list(self * times)
        self._head = 0
        return self

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


_shown = []
