# Sets; shown sorted, since their order is not part of the language.
a, b = {1, 2, 3, 4}, {3, 4, 5}
for result in (a | b, a & b, a - b, a ^ b, a.union([9], (8,)), a.intersection({1, 2}, {2}), a.difference(b), a.symmetric_difference(b)):
    print(sorted(result), type(result).__name__)
print(len(a), 3 in a, 9 not in a, a == {4, 3, 2, 1}, {1} < a, a >= {1, 2}, a.isdisjoint({9}), {1, 2}.issubset(a), a.issuperset([1]), a != b)
a.add(5); a.add(5); a.discard(99); a.remove(1); a.update([7, 8], {9}); print(sorted(a))
a &= {2, 5, 7}; print(sorted(a)); a |= {1}; a -= {2}; a ^= {1, 10}; print(sorted(a)); a.clear(); print(a, bool(a), set(), {0}, frozenset(), frozenset([1]))
print(sorted(set("hello")), len({1, 1.0, True}), sorted({x % 3 for x in range(10)}), {frozenset([1, 2]): "x"}[frozenset([2, 1])], hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print(sorted(set([3, 1, 2, 3])), {"only"}, {(1, 2)}, sorted(set(range(5)) - {0}), [x for x in sorted({3, 1})], {1, 2} | frozenset([3]) == {1, 2, 3})
print({1, 2} == frozenset([1, 2]), set([1]).pop(), sorted({1: "a", 2: "b"}.keys() | {3}), isinstance(frozenset(), set), sorted(set(map(abs, [-1, 1, 2]))))
seen = set(); print([x for x in [3, 1, 3, 2, 1] if not (x in seen or seen.add(x))])
for bad in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {1} + {2}, lambda: {1} | [1], lambda: set(5), lambda: {1}[0], lambda: frozenset().add(1), lambda: {1} < 5, lambda: {{1}}):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
