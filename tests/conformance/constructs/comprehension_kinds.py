# Comprehensions: order of evaluation, nesting, conditions, closures, unpacking.
log = []


def t(name, value=None):
    log.append(name)
    return value


[t("element") for x in t("first", [1, 2]) if t("condition", True) for y in t("second", [1]) if t("condition 2", True)]
print(log)
log.clear()
{t("key", x): t("value") for x in t("iterable", [1, 2])}
print(log)
print([(x, y) for x in range(3) if x != 1 for y in "ab"], [[y for y in range(x)] for x in range(4)])
print({x % 3 for x in range(10)} == {0, 1, 2}, {x: x * x for x in range(4)}, {k: v for v, k in enumerate("abca")})
print([x for x in [1, 2, 3] if x > 1 if x < 3], [a for a, *_ in ["xyz", (1, 2)]], [b for (a, b) in {"k": 1}.items()])
print([x for row in [[1, 2], [], [3]] for x in row], sum(x for x in range(5)), max((len(w), w) for w in ["a", "ccc", "bb"]))
print(list(x for x in "ab" for _ in "12"), dict((k, v) for k, v in [(1, 2)]), "".join(c.upper() for c in "abc"))
print([f() for f in [lambda: x for x in range(3)]], [f() for f in [lambda x=x: x for x in range(3)]])
print([i for i in range(5) if i in {j for j in range(0, 5, 2)}], [[i, j] for i in "a" for j in [i * 2]])
x = "outside"
print([x for x in range(2)], x, [x for _ in range(2)])
generator = (print("running", n) or n for n in range(3))
print("made", next(generator), "then")
print(list(generator))
try:
    (1 / z for z in 5)
except TypeError as error:
    print(error)
lazy = (1 / z for z in [1, 0])
print(next(lazy))
try:
    next(lazy)
except ZeroDivisionError as error:
    print(error)


class Body:
    items = [1, 2, 3]
    copy = [i for i in items]
    try:
        crossed = [i for i in items if i in items]
    except NameError as error:
        print(error)
    lengths = [len(str(i)) for i in items]


print(Body.copy, Body.lengths)


def nested(n):
    return [[[i + j + k for k in range(n)] for j in range(n)] for i in range(n)]


print(nested(2))


def uses_outer(a):
    b = 10
    return [a + b + c + d for c in range(2) for d in [lambda: 1] if d()] if False else [a + b + c for c in range(2)]


print(uses_outer(1))


def deletes():
    result = [y for y in range(3)]
    try:
        y
    except NameError as error:
        return result, str(error)


print(deletes())
try:
    [1 for i in range(3) if undefined_name]
except NameError as error:
    print(error)
try:
    {[]: 1 for _ in [1]}
except TypeError as error:
    print(error)
print({**{"a": 1}, "b": 2, **{"a": 3}}, [*range(3), *"ab", *[]], {*[1, 2], *(2, 3)} == {1, 2, 3}, (*"x", 1))
print([*[x for x in [1]], *(y for y in [2])], [] if not [x for x in ()] else 1)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [list(r) for r in zip(*matrix)])
print([(i, w) for i, w in enumerate("ab", 1)], {w: i for i, w in reversed(list(enumerate("aab")))})
print([n for n in range(2, 30) if all(n % d for d in range(2, n))])
