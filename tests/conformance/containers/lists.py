# Lists: everything of the tutorials.
items = [3, 1, 4, 1, 5, 9, 2, 6]
print(items, len(items), items[0], items[-1], items[2:5], items[::2], items[::-1], items[:-3], items[5:1:-2])
items.append(7); items.insert(0, 0); items.insert(-1, 8); items.extend([10, 11]); items += (12,)
print(items, items.pop(), items.pop(0), items.count(1), items.index(4), items.index(1, 3), 9 in items, 99 not in items)
items.remove(1); items.reverse(); print(items)
items.sort(); print(items, sorted(items, reverse=True), sorted(["b", "A", "c"]), sorted(["b", "A", "c"], key=str.lower))
del items[0], items[-1]; print(items)
items[1:3] = ["x", "y", "z"]; print(items)
items[::2] = [0] * len(items[::2]); print(items)
del items[1:4]; print(items); del items[::2]; print(items); items[:] = [1, 2]; print(items)
items *= 3; print(items, [0] * 3, 2 * [1, 2], [1] + [2], [[]] * 2, [1, 2] == [1, 2], [1, 2] < [1, 3], [2] > [1, 9], [1] < [1, 0])
copy = items.copy(); copy.clear(); print(items, copy, bool(copy), bool([0]))
nested = [[1, 2], [3, [4]]]; nested[1][1].append(5); print(nested, [x for row in [[1], [2, 3]] for x in row])
loop = [1]; loop.append(loop); print(loop)
first, *rest = [1, 2, 3]; *most, last = "abc"; a, (b, c), d = 1, (2, 3), 4
print(first, rest, most, last, a, b, c, d, list(range(5)), list("abc"), list({"a": 1}), list((1, 2)), list(map(str, [1, 2])))
pairs = [("b", 2), ("a", 2), ("c", 1)]
pairs.sort(key=lambda pair: pair[1]); print(pairs, sorted(pairs), sorted(pairs, key=lambda p: (-p[1], p[0])), max(pairs, key=lambda p: p[1]))
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(set(words)), min(words), max(words, key=len))
for bad in (lambda: [][0], lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1]["a"], lambda: [1] + 1,
            lambda: [1, "a"].sort(), lambda: [1].append(), lambda: [].extend(5), lambda: list(5), lambda: {[]: 1}, lambda: [1][1:2:0],
            lambda: [1] * "a", lambda: [1].sort(1), lambda: sorted([1], 2), lambda: [1, 2].insert(1), lambda: [3].foo):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
def assign():
    [1][3] = 2
def slices():
    x = [1, 2, 3, 4]
    x[::2] = [1]
for bad in (assign, slices):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
