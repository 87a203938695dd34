# What an index's __index__ does to the list that it is an index of is done before the list is looked at.
import threading
import time


class Index:
    def __init__(self, number, before=lambda: None):
        self.number = number
        self.before = before

    def __index__(self):
        print("asked", self.number)
        self.before()
        return self.number


def tried(place, work):
    items = list(range(100))
    try:
        print(place, work(items, items.clear))
    except Exception as error:
        print(place, type(error).__name__, error)
    print(len(items), items[:5])


def assigned(items, key, value):
    items[key] = value


def deleted(items, key):
    del items[key]


tried(1, lambda items, clear: items[Index(50, clear)])
tried(2, lambda items, clear: items[Index(10, clear):50])
tried(3, lambda items, clear: items[::Index(2, clear)])
tried(4, lambda items, clear: assigned(items, Index(50, clear), 5))
tried(5, lambda items, clear: deleted(items, Index(50, clear)))
tried(6, lambda items, clear: assigned(items, slice(Index(50, clear), 60), [1, 2]))
tried(7, lambda items, clear: assigned(items, slice(Index(50, clear), 60, 2), [1, 2]))
tried(8, lambda items, clear: deleted(items, slice(Index(50, clear), 60)))
tried(9, lambda items, clear: assigned(items, slice(Index(0, lambda: items.extend("more")), 98), [1]))
tried(10, lambda items, clear: items[Index(98, lambda: items.extend("more")):])
tried(11, lambda items, clear: items[Index(1):Index(9):Index(3)])
tried(12, lambda items, clear: assigned(items, slice(Index(0), 2), (5, 6)))
tried(13, lambda items, clear: bytearray(items)[Index(5, clear):9])
other = [7] * 100
tried(14, lambda items, clear: assigned(items, slice(Index(0, other.clear), 1), other))
for place, sequence in enumerate(((1, 2, 3), "abc", b"abc", range(3))):
    print(place, sequence[Index(1)], sequence[Index(-2):], sequence[:: Index(2)])


class Own(list):
    def __getitem__(self, key):
        print("own", type(key).__name__)
        return super().__getitem__(key)


own = Own([1, 2, 3])
print(own[Index(2)], own[Index(1) :])


class Slow:
    def __index__(self):
        time.sleep(0.5)
        return 1


begun = time.monotonic()
thread = threading.Thread(target=lambda: print([10, 20][Slow()], (1, 2)[Slow()], "ab"[: Slow()]))
thread.start()
thread.join()
print(round(time.monotonic() - begun, 3))
c = d = [1]
c *= Index(2)
print(c is d, c)


class Kept(list):
    pass


k = Kept([1])
k *= Index(3)
print(type(k).__name__, k)


class Deep:
    depth = 0

    def __index__(self):
        Deep.depth += 1
        return [1, 2][self]


try:
    [1][Deep()]
except RecursionError as error:
    print(error, Deep.depth > 400)
