# Sets in sets, pairs for dicts, views with any iterable, slices of what is no iterable.
def outcome(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, error.__context__)


kept = {frozenset({1}), frozenset({2, 3})}
print({1} in kept, {4} in kept, {2, 3} in kept)
kept.discard({9})
kept.remove({1})
print(kept, len(kept))
outcome(lambda: kept.remove({1}))
outcome(lambda: [1] in kept)
outcome(lambda: {}.update([1, 2]))
outcome(lambda: dict(x for x in (1, 2)))
outcome(lambda: dict([(1, 2, 3)]))
print({"a": 1, "b": 2}.keys() - (x for x in "a"), {"a": 1}.keys() & "abc", {"a": 1}.items() - {})
outcome(lambda: {"a": 1}.keys() - 5)


def assign(items, key, value):
    items[key] = value
    return items


def delete(items, key):
    del items[key]


outcome(lambda: assign([1, 2, 3], slice(0, 1), 5))
outcome(lambda: assign([1, 2, 3], slice(None, None, 2), 5))
outcome(lambda: delete((1, 2), 0))
outcome(lambda: delete("ab", 0))
outcome(lambda: delete((1, 2), "x"))
outcome(lambda: delete(5, 0))


class Box:
    pass


class OnlySets:
    def __setitem__(self, key, value):
        print("sets", key, value)


outcome(lambda: delete(Box(), 0))
outcome(lambda: delete(Box(), "x"))
outcome(lambda: delete(OnlySets(), 0))
outcome(lambda: assign(OnlySets(), 1, 2) and None)
print("a b  c ".split(None, 1), " a b ".split(None, 0), " a b c".rsplit(None, 1), " a ".rsplit(None, 0))
