# What lru_cache gives is no function: it has a type of its own, and binds as a method all the same.
import copy
import functools


@functools.lru_cache(maxsize=None)
def fib(n):
    "Fibonacci's numbers."
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Kitchen:
    @functools.lru_cache
    def dish(self, name):
        return name.upper()

    @functools.cache
    def rooms(self):
        return 1


print(fib(50), type(fib), fib.__name__, fib.__doc__, fib.cache_info())
print(fib)
for wrong in (
    lambda: fib.missing, lambda: fib + 1, lambda: fib(), lambda: fib[0], lambda: fib([]), lambda: len(fib), lambda: [*fib],
):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
kitchen = Kitchen()
print(kitchen.dish("soup"), kitchen.dish("soup"), Kitchen.dish.cache_info(), kitchen.rooms())
print(type(Kitchen.rooms), type(kitchen.rooms), callable(fib))
fib.extra = 1
print(fib.extra, fib.__wrapped__.__name__, copy.copy(fib) is fib, copy.deepcopy(fib) is fib)
print(list(map(fib, range(5))), sorted([3, 1], key=fib))
