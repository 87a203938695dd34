# heapq: a list as a heap, its smallest item first.
# Not for: the queues of asyncio.
from _report import type_name as _type_name


def _up(heap, place):
    item = heap[place]
    while place:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _down(heap, place):
    # The smaller child rises all the way; the item then rises from the bottom, where it mostly belongs.
    size = len(heap)
    start, item = place, heap[place]
    child = 2 * place + 1
    while child < size:
        if child + 1 < size and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    while place > start:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _check(heap, place="heappush() argument 1"):
    if not isinstance(heap, list):
        raise TypeError(f"{place} must be list, not {_type_name(heap)}")


def heappush(heap, item, /):
    _check(heap)
    heap.append(item)
    _up(heap, len(heap) - 1)


def heappop(heap, /):
    _check(heap, "heappop() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    item = heap[0]
    heap[0] = last
    _down(heap, 0)
    return item


def heapreplace(heap, item, /):
    _check(heap, "heapreplace() argument 1")
    if not heap:
        raise IndexError("index out of range")
    smallest = heap[0]
    heap[0] = item
    _down(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    _check(heap, "heappushpop() argument 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(heap, /):
    _check(heap, "heapify() argument")
    for place in range(len(heap) // 2 - 1, -1, -1):
        _down(heap, place)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


class _Turned:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value


def merge(*iterables, key=None, reverse=False):
    heap = []
    for order, iterable in enumerate(iterables):
        items = iter(iterable)
        for item in items:
            rank = item if key is None else key(item)
            heap.append([_Turned(rank) if reverse else rank, order, item, items])
            break
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        for item in entry[3]:
            rank = item if key is None else key(item)
            entry[0] = _Turned(rank) if reverse else rank
            entry[2] = item
            _down(heap, 0)
            break
        else:
            heappop(heap)
