# Tuples, ranges, slices.
t = (1, "a", 2.5)
print(t, len(t), t[0], t[-1], t[1:], t + (4,), t * 2, (), (1,), "a" in t, t.index("a"), t.count(1), t == (1, "a", 2.5), (1, 2) < (1, 3), hash((1, 2)) == hash((1, 2)))
x, y = 1, 2; x, y = y, x; print(x, y, tuple([1, 2]), tuple("ab"), tuple(n * n for n in range(3)), ((1, 2), [3]), tuple({"k": 1}))
r = range(2, 20, 3)
print(r, len(r), list(r), r[1], r[-1], r[1:3], 5 in r, 6 in r, r.index(8), r.count(5), list(range(5, 0, -2)), list(range(0)), range(3) == range(0, 3, 1), r.start, r.stop, r.step)
print(sum(range(101)), list(reversed(range(4))), max(range(7)), range(10)[2:8:2], list(range(10)[::-3]), bool(range(0)), list(range(-3, 3)), 2.0 in range(3), "a" in range(3))
print(slice(1, 5), slice(None, None, 2), slice(1, 10, 2).indices(6), [0, 1, 2, 3][slice(1, 3)], slice(3).stop)
big = range(10**12); print(len(big), big[-1], 10**11 in big, big[5:10])
for bad in (lambda: t[9], lambda: t["a"], lambda: (1,) + [2], lambda: t.index(99), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range(3)[9], lambda: range(), lambda: {}[[1]], lambda: tuple(5), lambda: hash(([],))):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
def store():
    t[0] = 1
try:
    store()
except TypeError as error:
    print("TypeError:", error)
