# name := value
if (n := len("abcd")) > 3:
    print("long", n)
print([last := x for x in range(3)], last)
data = iter([1, 2, 3, 0, 5])
while (item := next(data)) != 0:
    print(item, end=" ")
print()
print((a := 1, b := a + 1), a, b)
print([y := 2, y**2, y := y + 1, y])
print(any((found := word).startswith("c") for word in ["a", "ca", "cb"]), found)


def f(x, y=(d := 5)):
    if (m := x + y) > 6 and (k := m * 2):
        return m, k
    return m


print(f(1), f(2), d)
print(f(x := 3), x, f(x=(x := 1)), x)
print({(key := "k"): (val := 3)}, key, val)
print(f"{(t := 5)} {t:=+3}")


def scopes():
    inner = [z := i for i in range(4) if (half := i // 2)]
    return z, half, inner


print(scopes())
total = 0
sums = [total := total + v for v in [1, 2, 3]]
print(sums, total)


def closes():
    fs = [(lambda: count) for _ in range(2) if [count := 7]]
    return fs[0]()


print(closes())
print((lambda: (w := 4) + w)())
x = "outer"
print([x := "from within" for _ in range(1)], x)
print(not (e := 0), e)
print((u := 1) if (v := 0) else (v := 2), v)
import asyncio


async def main():
    if result := await asyncio.sleep(0, "done"):
        print(result)
    print([r async for r in agen() if (seen := r)], seen)


async def agen():
    yield 1
    yield 2


asyncio.run(main())
