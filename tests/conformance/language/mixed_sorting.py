people = [("Ann", 30), ("Bob", 25), ("Cid", 30)]
print(sorted(people, key=lambda p: (-p[1], p[0])))
people.sort(key=lambda p: p[1])
print(people, sorted("hello", reverse=True), min(people, key=lambda p: p[1]), max([3, 1, 2], default=0))
words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
print(list(map(str.upper, ["a", "b"])), list(filter(None, [0, 1, "", "x"])), list(zip([1, 2], "ab", [True, False])))
print(sum([[1], [2]], []), round(2.5), round(3.14159, 2), abs(-3), pow(2, 5, 7), "-".join(map(str, range(4))))
print(list(range(10, 0, -3)), range(5)[1:3], "abcdef"[::-2], [1, 2, 3, 4][-2:], (1,) + (2, 3))
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
print(type(5), type("x"), type(None), type([]), type(print), isinstance(True, int), id(people) == id(people))
print(bool([]), int("0x1f", 16), int(3.9), float("1e3"), str(1.0), list("abc"), tuple([1]), set([1, 1]), chr(65), ord("가"), hex(255), bin(5))
