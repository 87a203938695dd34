# list: every method, and its errors.
def on(items, work):
    result = work(items)
    return result, items


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        on([1], lambda a: a.append(2)), on([1], lambda a: a.append([2])), on([1], lambda a: a.extend("ab")),
        on([1], lambda a: a.extend(a)), on([], lambda a: a.extend(x for x in range(3))),
        on([1, 2], lambda a: a.extend({"k": 1})),
    ),
    lambda: (
        on([1, 2], lambda a: a.insert(0, "x")), on([1, 2], lambda a: a.insert(1, "x")),
        on([1, 2], lambda a: a.insert(99, "x")), on([1, 2], lambda a: a.insert(-1, "x")),
        on([1, 2], lambda a: a.insert(-99, "x")), on([], lambda a: a.insert(True, "x")),
    ),
    lambda: (
        on([1, 2, 3], lambda a: a.pop()), on([1, 2, 3], lambda a: a.pop(0)), on([1, 2, 3], lambda a: a.pop(-2)),
        on([1, 2, 3], lambda a: a.remove(2)), on([1, 1], lambda a: a.remove(1)),
        on([1, 2.0, "a"], lambda a: a.remove(2)),
    ),
    lambda: (
        on([1, 2], lambda a: a.clear()), on([1, 2, 3], lambda a: a.reverse()), on([], lambda a: a.reverse()),
        on([3, 1, 2], lambda a: a.sort()), on(["b", "A"], lambda a: a.sort(key=str.lower)),
        on([1, 2], lambda a: a.sort(reverse=True)),
    ),
    lambda: (
        [1, 2, 1].index(1), [1, 2, 1].index(1, 1), [1, 2, 1].index(1, -1), [1, 2, 1].index(2, 0, 2),
        [1, True, 1.0].count(1), [[1], [1]].count([1]), [].count(5), ["a"].index("a"),
    ),
    lambda: (lambda a: (a.copy() == a, a.copy() is a, a.copy()[0] is a[0]))([[1]]),
    lambda: [].append(),
    lambda: [].append(1, 2),
    lambda: [].extend(5),
    lambda: [].extend(),
    lambda: [].insert(1),
    lambda: [].insert("a", 1),
    lambda: [].pop(),
    lambda: [1].pop(1),
    lambda: [1].pop("a"),
    lambda: [1].pop(1, 2),
    lambda: [1].remove(2),
    lambda: [].index(1),
    lambda: [1, 2].index(1, 1),
    lambda: [1].index("x"),
    lambda: [1].count(),
    lambda: [1].copy(1),
    lambda: [1].sort(lambda x: x),
    lambda: [1, "a"].sort(),
    lambda: [1].nothing,
    lambda: (
        [1, 2] + [3], [1] * 3, 2 * [1], [1] * 0, [1, 2] == [1, 2], [1] < [1, 2], [2] > [1, 9], 1 in [1],
        [1, 2] != [2, 1], [[]] * 2,
    ),
    lambda: [1] + "a",
    lambda: [1] + (1,),
    lambda: [1] * "a",
    lambda: [1] * 1.5,
    lambda: [1] < [None],
    lambda: [1][5],
    lambda: ([1, 2, 3][1:], [1, 2, 3][-1], [[1, 2], [3]][0][1]),
    lambda: (lambda a: (a.__iadd__([1]), a.__imul__(2), a))([0]),
    lambda: (
        repr([1, "a", [None]]), str([]), bool([]), len([1]), list([1]), [*[1], 2],
        hash(tuple([1])) == hash((1,)),
    ),
    lambda: (lambda a: (a.append(a), repr(a), a == a))([1]),
    lambda: (
        [x for x in reversed([1, 2])], max([1, 2]), sum([1, 2]), sorted([2, 1]), any([0]), [1, 2].__len__(),
        [1].__contains__(1), [1, 2].__getitem__(0), list.append([], 1),
    ),
)
