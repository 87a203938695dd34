# Dicts: everything of the tutorials; their order is that of insertion.
d = {"one": 1, "two": 2}
d["three"] = 3; d["one"] = 11
print(d, len(d), d["one"], d.get("x"), d.get("x", 0), "two" in d, "x" not in d, list(d), list(d.values()), list(d.items()))
print(d.keys(), d.values(), d.items(), d.pop("two"), d.pop("two", None), d.setdefault("four", 4), d.setdefault("one", 0), d)
d.update({"five": 5}, six=6); d.update([("seven", 7)]); d |= {"eight": 8}; print(d, d | {"one": 1}, d.popitem(), len(d))
del d["one"]; print(d, dict(a=1, b=2), dict([("x", 1)]), dict(zip("ab", [1, 2])), dict({1: 2}, c=3), dict.fromkeys("abc", 0), dict.fromkeys([1, 2]))
for key, value in d.items():
    print(key, value, end="; ")
print({k: v for v, k in enumerate("abc")}, {**d, "z": 0}, {1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple", None: "none"})
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(counts, sorted(counts.items(), key=lambda item: (-item[1], item[0])), max(counts, key=counts.get))
groups = {}
for word in ["apple", "bob", "cat", "alice", "bell"]:
    groups.setdefault(word[0], []).append(word)
print(groups, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == {}, bool({}), {"x": {"y": [1]}}["x"]["y"][0])
print(d.keys() & {"three", "x"} == {"three"}, list(reversed(d)), "three" in d.keys(), 3 in d.values(), ("three", 3) in d.items(), d.copy() == d, d.copy() is d)
d["self"] = d; print(d["self"]["self"]["three"], str(d)[-12:])
d.clear(); print(d, len(d))
for bad in (lambda: {}["x"], lambda: {}[1, 2], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}[{}], lambda: dict(5), lambda: dict([1]),
            lambda: dict([(1, 2, 3)]), lambda: {}.foo, lambda: {} < {}, lambda: {} + {}, lambda: {}.get(), lambda: {1: 2}.update(5), lambda: {"a": 1}["b"]["c"]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
d = {1: 1, 2: 2}
try:
    for key in d:
        d[key + 10] = 1
except RuntimeError as error:
    print("RuntimeError:", error)
d = {n: n * n for n in range(1000)}
for n in range(0, 1000, 3):
    del d[n]
d[0] = "again"
print(len(d), list(d)[:4], list(d)[-2:], sum(d) if 0 not in [1] else 0)
