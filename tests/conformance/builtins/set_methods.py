# set and frozenset: every method, operators, errors.
def on(s, work):
    result = work(s)
    return result, sorted(s)


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        on({1}, lambda s: s.add(2)), on({1}, lambda s: s.add(1.0)), on({1, 2}, lambda s: s.remove(1)),
        on({1}, lambda s: s.discard(5)), on({1}, lambda s: s.pop()), on({1}, lambda s: s.clear()),
        on({1}, lambda s: s.update([2], "3" and (4,), {5: 6})),
    ),
    lambda: (
        on({1, 2, 3}, lambda s: s.difference_update([1], [2])),
        on({1, 2, 3}, lambda s: s.intersection_update([1, 2], (2, 3))),
        on({1, 2}, lambda s: s.symmetric_difference_update([2, 3])), on({1}, lambda s: s.update()),
    ),
    lambda: (
        sorted({1, 2}.union([3], (4,))), sorted({1, 2}.intersection([2, 3])),
        sorted({1, 2, 3}.difference([1], {2})), sorted({1, 2}.symmetric_difference([2, 3])),
        sorted({1}.union()), {1}.intersection() == {1},
    ),
    lambda: (
        {1} <= {1, 2}, {1} < {1}, {1, 2} >= {1}, {1, 2} > {2}, {1}.issubset([1, 2]), {1, 2}.issuperset([1]),
        {1}.isdisjoint([2]), {1} == {1.0}, {1} == frozenset([1]), {1} != [1], {1} < {2}, set() < {1},
    ),
    lambda: (
        sorted({1} | {2}), sorted({1, 2} & {2, 3}), sorted({1, 2} - {1}), sorted({1, 2} ^ {2, 3}),
        type({1} | frozenset([2])).__name__, type(frozenset([1]) | {2}).__name__,
        on({1}, lambda s: s.__ior__({2})), on({1, 2}, lambda s: s.__isub__({2})),
    ),
    lambda: {1}.remove(2),
    lambda: set().pop(),
    lambda: {1}.add([]),
    lambda: {1}.add(),
    lambda: {1} | [2],
    lambda: {1} & "a",
    lambda: {1} < [1],
    lambda: {1} + {2},
    lambda: {1}.union(5),
    lambda: {1}.issubset(5),
    lambda: set([1])[0],
    lambda: frozenset([1]).add(2),
    lambda: (
        frozenset([1]).union([2]) == {1, 2}, frozenset([1]).copy(), frozenset([2, 1]) & {1},
        hash(frozenset()) == hash(frozenset()), frozenset([1]) in {frozenset([1])}, {1} in [frozenset([1])],
    ),
    lambda: (
        {1}.copy(), (lambda s: s.copy() is s)({1}), (lambda s: s.copy() is s)(frozenset([1])), 1 in {1},
        {1} in {frozenset([1])}, [] == set(),
    ),
    lambda: [] in {1},
    lambda: (
        len({1, 1, 2}), bool(set()), repr(set()), repr({"a"}), sorted({"b", "a"}), max({1, 5}), sum({1, 2}),
        {x for x in "aab"} == {"a", "b"}, {*"ab"} == {"b", "a"},
    ),
    lambda: (lambda s: [s.add(x + 10) for x in s])({1}),
)
