# enumerate, zip, map, filter, reversed, iter, next, any, all, sum, min, max over builtin things and generators.
def numbers(n):
    for i in range(n):
        yield i
class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
class Squares:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i
    def __len__(self):
        return 4
print(list(enumerate("ab")), list(enumerate(numbers(2), start=5)), list(enumerate(Countdown(2), 1)))
print(list(zip([1, 2], "ab")), list(zip(numbers(3), "xy", Countdown(9))), list(zip()), dict(zip("ab", numbers(2))), list(zip(*[(1, 2), (3, 4)])))
print(list(map(str, [1, 2])), list(map(lambda x: x * 2, numbers(3))), list(map(pow, [2, 3], [3, 2])), list(map(int, "123")), list(map(lambda a, b: a + b, numbers(3), [10, 20])))
print(list(filter(None, [0, 1, "", "a", [], None])), list(filter(lambda x: x % 2, numbers(6))), list(filter(str.isdigit, "a1b2")), list(filter(lambda w: len(w) > 1, ["a", "bb"])))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed((1, 2))), list(reversed(Squares())), list(Squares()), 9 in Squares(), list(reversed({"a": 1, "b": 2})))
print(any([]), all([]), any(numbers(3)), all(numbers(3)), any(x > 1 for x in [1, 2]), all(x > 1 for x in Countdown(3)), any([0, "", None]))
print(sum(numbers(5)), sum([[1], [2]], []), sum((x * 0.5 for x in numbers(4)), 10), min(numbers(3)), max(Countdown(4)), min([], default="none"), max(numbers(0), default=None))
print(min(3, 1, 2), max("apple", "fig", key=len), min([(1, "b"), (1, "a")]), max([1, 3, 2], key=lambda x: -x), max(numbers(4), key=lambda x: x % 3), min(["b", "a"], default=1))
it = iter([1, 2, 3]); print(next(it), list(it), next(it, "end"), next(numbers(0), "empty"), next(numbers(3)), next(Countdown(0), None))
values = iter([1, 2, 0, 3]); print(list(iter(lambda: next(values), 0)), sorted(numbers(4), reverse=True), list(numbers(3)), tuple(Countdown(3)), set(numbers(2)) == {0, 1}, [*numbers(2), *"ab"])
m = map(print, [1]); print(next(m), next(m, "gone")); e = enumerate("xy"); print(next(e), next(e))
print(",".join(str(n) for n in Countdown(3)), "".join(map(chr, [72, 105])), list(zip("abc", range(10))), dict(enumerate("ab")), dict(map(lambda k: (k, k * 2), "ab")))
a, b, *c = Countdown(5); print(a, b, c); first, second = numbers(2); print(first, second)
for bad in (lambda: next(iter([])), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip(numbers(2), [1], strict=True)), lambda: min([]), lambda: max(5), lambda: sum(["a"]), lambda: sum(["a"], ""),
            lambda: iter(5), lambda: next(5), lambda: list(map(5, [1])), lambda: reversed({1}), lambda: enumerate(5), lambda: map(1), lambda: list(map(lambda: 0, [1])), lambda: max(1, "a"), lambda: any(5), lambda: max(1, 2, default=3)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
try:
    a, b = numbers(3)
except ValueError as error:
    print("ValueError:", error)
try:
    a, b, c = [1, 2]
except ValueError as error:
    print("ValueError:", error)
