# Subscripts and slices: which key the object gets, on all sequences.
class Key:
    def __getitem__(self, key):
        return key


k = Key()
print(k[1], k[1:2], k[1:2:3], k[:], k[::], k[:2], k[1:], k[::-1], k[1, 2], k[1:2, 3], k[..., 1], k[()], k[(1, 2)], k[1,], k["a":"b"], k[[1]], k[*[1, 2], 3])
n = 5
print(k[n], k[-n], k[n + 1 : n * 2], k[n:=3], n, k[lambda: 0].__name__, k[None], k[1 if n else 2], k[not n])
for s in ([0, 1, 2, 3, 4], (0, 1, 2, 3, 4), "01234", b"01234", range(5)):
    print(s[1], s[-1], s[1:3], s[:2], s[-2:], s[::2], s[::-1], s[4:1:-1], s[10:], s[:-10], s[-100:100], s[3:1], s[1:4:2], s[::100], s[-1::-2])
    for bad in (5, -6, "1", 1.0, None, slice(1, 2, 0), slice("a"), slice(None, 1.5), (1, 2), [1]):
        try:
            s[bad]
            print("no error", bad)
        except (IndexError, TypeError, ValueError) as error:
            print(type(error).__name__, error)
a = list(range(10))
a[2:4] = "xyz"
print(a)
a[:0] = [-1]
a[len(a) :] = ["end"]
print(a)
a[1:3] = []
print(a)
a[::2] = range(len(a[::2]))
print(a)
for bad in (lambda: a.__setitem__(slice(None, None, 2), [1]), lambda: a.__setitem__(slice(0, 2), 5), lambda: a.__setitem__(100, 1), lambda: a.__setitem__("x", 1)):
    try:
        bad()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
del a[1:3], a[::3]
print(a)
a[1:1] = a
print(a)
a[:] = a[::-1]
print(a)
b = a[:]
print(b == a, b is a)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None).indices(3), slice(-1, None, -1).indices(4), s == slice(1, 10, 2))
print([range(20)[s], list(range(20))[s], "abcdefghijklmnop"[s]])
print([1, 2, 3][True], "ab"[False], [[1, 2], [3, 4]][1][0], "abc"[1:][0], {"k": [5]}["k"][0])


class Index:
    def __index__(self):
        return 2


print([1, 2, 3, 4][Index()], "abcd"[Index()])


class Sliced(list):
    def __getitem__(self, key):
        print("asked", key)
        return super().__getitem__(key)


print(Sliced([1, 2, 3])[0:2], Sliced([1])[-1])
matrix = [[1, 2], [3, 4]]
matrix[0][1], matrix[1] = matrix[1], matrix[0]
print(matrix[1], matrix[0] is matrix[1])
