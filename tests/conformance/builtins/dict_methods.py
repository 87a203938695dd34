# dict: every method, views, order, and its errors.
def on(d, work):
    result = work(d)
    return result, d


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        {"a": 1}.get("a"), {"a": 1}.get("b"), {"a": 1}.get("b", 5), {1: "x"}.get(1.0), {1: "x"}.get(True),
        {}.get(None, "none"),
    ),
    lambda: (
        on({"a": 1}, lambda d: d.setdefault("a", 5)), on({"a": 1}, lambda d: d.setdefault("b", 5)),
        on({}, lambda d: d.setdefault("k")),
    ),
    lambda: (
        on({"a": 1, "b": 2}, lambda d: d.pop("a")), on({"a": 1}, lambda d: d.pop("z", "default")),
        on({"a": 1, "b": 2}, lambda d: d.popitem()), on({"a": 1}, lambda d: d.clear()),
    ),
    lambda: (
        on({"a": 1}, lambda d: d.update({"b": 2})), on({"a": 1}, lambda d: d.update(a=2, c=3)),
        on({}, lambda d: d.update([("x", 1), "yz"])), on({"a": 1}, lambda d: d.update({"a": 5}, b=6)),
        on({}, lambda d: d.update()),
    ),
    lambda: on({"b": 1, "a": 2}, lambda d: (d.__setitem__("b", 3), d.__delitem__("a"), d.__setitem__("a", 4))),
    lambda: (lambda d: (d.copy() == d, d.copy() is d, d.copy()["k"] is d["k"]))({"k": []}),
    lambda: (
        list({"a": 1, "b": 2}.keys()), list({"a": 1}.values()), list({"a": 1}.items()), list({"a": 1, "b": 2}),
        list(reversed({"a": 1, "b": 2}.values())), {"a": 1}.keys(), {"a": 1}.items(), {"a": 1}.values(),
    ),
    lambda: (lambda d, k: (d.update(z=9), list(k), len(k), "z" in k))({"a": 1}, None) if False else (lambda d: (lambda k: (d.update(z=9), list(k), len(k), "z" in k))(d.keys()))({"a": 1}),
    lambda: (
        {"a": 1}.keys() & {"a", "b"}, {"a": 1}.keys() | {"a"}, {"a": 1, "b": 2}.keys() - {"a"},
        {"a": 1}.keys() ^ {"a"}, {"a": 1}.items() & {("a", 1)}, {"a": 1}.keys() == {"a"},
        {"a": 1}.keys() <= {"a", "b"}, {"a": 1}.keys().isdisjoint({"b"}),
    ),
    lambda: (
        ("a", 1) in {"a": 1}.items(), 1 in {"a": 1}.values(), "a" in {"a": 1}, 1 not in {1: 2},
        {"a": 1}.keys().mapping["a"],
    ),
    lambda: (
        {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}, {"a": 1} | {"b": 2},
        {"a": 1} | {"a": 2}, on({"a": 1}, lambda d: d.__ior__({"b": 2})),
    ),
    lambda: (
        {1: "a", True: "b", 1.0: "c"}, {"a": 1, "b": 2, "a": 3}, {(1, 2): 3}[1, 2], {None: 0}[None],
        {frozenset(): 1}[frozenset()],
    ),
    lambda: {}["x"],
    lambda: {1: 2}["1"],
    lambda: {}[[]],
    lambda: {[]: 1},
    lambda: {}.pop("x"),
    lambda: {}.pop(),
    lambda: {}.popitem(),
    lambda: {}.get(),
    lambda: {}.get([]),
    lambda: {}.setdefault([]),
    lambda: {}.update(5),
    lambda: {}.update([1]),
    lambda: {}.update([(1, 2, 3)]),
    lambda: {}.update({}, {}),
    lambda: {} | 5,
    lambda: {} | [(1, 2)],
    lambda: {} < {},
    lambda: {}.copy(1),
    lambda: {}.nothing,
    lambda: (
        [k for k in {"x": 1, "y": 2}], {v: k for k, v in {"x": 1}.items()},
        dict(sorted({"b": 1, "a": 2}.items())), max({"a": 1, "b": 0}, key={"a": 1, "b": 0}.get),
        len({1: 1, 2: 2}), bool({}), sum({1: 2, 3: 4}.values()),
    ),
    lambda: (lambda d: (d.__setitem__("self", d), repr(d)))({}),
    lambda: (lambda d: [d.__setitem__(k + 10, 1) for k in d])({1: 1}),
    lambda: (lambda d: [d.pop(k) for k in d])({1: 1, 2: 2}),
    lambda: (lambda d: [d.__setitem__(k, 5) for k in d] and d)({1: 1, 2: 2}),
)
