# iter() of a callable and of what has only __getitem__; StopIteration that comes through map, filter and zip.
def outcome(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Squares:
    def __init__(self, end, error=IndexError):
        self.end, self.error = end, error

    def __getitem__(self, index):
        if index >= self.end:
            raise self.error
        return index * index


class Nothing(Squares):
    __iter__ = None


print(type(iter(Squares(3))).__name__, list(Squares(4)), list(Squares(3, StopIteration)), 4 in Squares(3))
outcome(lambda: list(Squares(3, KeyError)))
outcome(lambda: list(reversed(Squares(3))))
outcome(lambda: list(Nothing(3)))
print(type(iter(len, 3)).__name__, list(iter(iter([1, 2, 3]).__next__, 3)), list(iter(iter([1]).__next__, 3)))


def until_three(value):
    if value == 3:
        raise StopIteration
    return value * 10


print(list(map(until_three, [1, 2, 3, 4])), list(filter(until_three, [0, 1, 2, 3])))
print([*zip([1, 2], map(until_three, [2, 3]))], dict(enumerate(map(until_three, [1, 3]))))
outcome(lambda: next(map(until_three, [3])))
outcome(lambda: next(iter(int, 0)))
