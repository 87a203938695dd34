print([x ** 2 for x in range(5)])
print([(x, y) for x in range(3) for y in "ab" if x != 1])
print({k: v for k, v in zip("abc", range(3))})
print({c for c in "hello"} == set("helo"))
print([[j * i for j in range(3)] for i in range(3)])
print([y := 3, y ** 2], y)
print(any(n > 3 for n in [1, 5]), all([]))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)])
print(dict(sorted({"b": 1, "a": 2}.items())), {**{"x": 1}, "y": 2}, [*range(3), *"ab"])
x = "outer"
print([x for x in range(2)], x)
class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
print(C.doubled)
