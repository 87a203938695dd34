# What ranges of big numbers, and searches for what is no number, come to.
# Not for: ranges of 64 bits, whose steps are native.


class longrange_iterator:
    def __init__(self, number, step, left):
        self._number, self._step, self._left = number, step, left

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        number = self._number
        self._number += self._step
        self._left -= 1
        return number

    def __length_hint__(self):
        return self._left


def position_of(items, wanted, /):
    for position, item in enumerate(items):
        if item is wanted or item == wanted:
            return position
    raise ValueError("sequence.index(x): x not in sequence")


def count_of(items, wanted, /):
    return sum([item is wanted or item == wanted for item in items])
