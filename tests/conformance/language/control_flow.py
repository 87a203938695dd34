for i in range(10):
    if i % 2 == 0:
        continue
    if i > 7:
        break
    print(i, end=" ")
else:
    print("not reached")
print()
n = 3
while n:
    n -= 1
else:
    print("while else")
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a, b, c)
print("yes" if n == 0 else "no", 1 < 2 < 3, 1 < 3 < 2, not n, n or "default", n and "x")
for i, word in enumerate(["a", "b"], start=1):
    print(i, word, sep=":")
for x in reversed([1, 2, 3]):
    print(x, end=",")
print()
x = y = [1]
x += [2]
print(y, x is y)
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
d = {"k": [0]}
d["k"][0] += 5
del d["k"][0]
print(d, 7 // 2, -7 // 2, -7 % 3, 2 ** 10, 7 / 2, divmod(-7, 2), 1e3, 0.1 + 0.2, 10 ** 20)
def command(c):
    match c:
        case ["go", where]:
            return f"to {where}"
        case {"type": t, **rest}:
            return (t, rest)
        case 1 | 2:
            return "small"
        case str() as s if s:
            return s.upper()
        case _:
            return None
print(command(["go", "up"]), command({"type": 3, "z": 1}), command(2), command("hey"), command(9))
