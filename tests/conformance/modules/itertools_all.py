import itertools
from itertools import *
from operator import mul

counter = count(1)
print(next(counter), next(counter), counter, count(5, 2), count(), count(0.5, 0.25))
print(list(islice(count(10, 3), 4)), list(islice("abcdefg", 2, None, 2)), list(islice("abc", None)), list(islice("abc", 2)))
print([x for x, _ in zip(cycle("AB"), range(5))], list(cycle([])))
print(list(repeat(7, 3)), repeat("x"), repeat(1, 2), list(map(pow, range(4), repeat(2))))
print(list(chain([1, 2], (3,), "ab")), list(chain.from_iterable([[1], [2, 3]])), list(chain()))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], mul)), list(accumulate([1, 2], initial=100)), list(accumulate([])))
print(list(batched("ABCDEFG", 3)))
try:
    list(batched("ABCDE", 2, strict=True))
except ValueError as error:
    print(error)
try:
    batched("a", 0)
except ValueError as error:
    print(error)
print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])))
print(list(dropwhile(lambda x: x < 5, [1, 4, 6, 3, 8])), list(takewhile(lambda x: x < 5, [1, 4, 6, 3, 8])))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, ""])))
print(list(pairwise("ABCD")), list(pairwise("A")), list(starmap(pow, [(2, 5), (3, 2)])))
print(list(zip_longest("ABCD", "xy", fillvalue="-")), list(zip_longest()), list(zip_longest([1], [])))
print(list(product("AB", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", [])))
print(list(permutations("ABC", 2)), len(list(permutations(range(4)))), list(permutations("ab", 3)))
print(list(combinations("ABCD", 2)), list(combinations(range(4), 3)), list(combinations("ab", 3)), list(combinations("ab", 0)))
print(list(combinations_with_replacement("ABC", 2)), list(combinations_with_replacement("", 1)))
for key, group in groupby("AAAABBBCCD"):
    print(key, list(group), end=" ")
print()
people = [("a", 1), ("b", 1), ("c", 2)]
print({k: [n for n, _ in g] for k, g in groupby(people, key=lambda p: p[1])})
groups = [(k, g) for k, g in groupby("aab")]
print([list(g) for _, g in groups])
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
x, y, z = tee(iter("ab"), 3)
print(list(x), list(y), list(z), tee([1], 0))
for bad in (lambda: islice([1], -1), lambda: islice([1], 0, 1, 0), lambda: chain(3).__next__(), lambda: permutations("a", -1), lambda: iter(zip_longest(4)), lambda: count("a")):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


def numbers():
    for i in range(3):
        print("make", i)
        yield i


lazy = chain(numbers(), numbers())
print(next(lazy), next(lazy))
it = iter(range(10))
print(list(islice(it, 3)), next(it))
print(sum(1 for _ in takewhile(lambda c: c, count(-3))))
