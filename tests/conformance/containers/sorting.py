# Sorting is stable, keys are called once each and in order, what is wrong is said.
calls = []
def key(item):
    calls.append(item)
    return item % 10
print(sorted([31, 12, 21, 11, 2, 41], key=key), calls)
print(sorted([31, 12, 21, 11, 2, 41], key=key, reverse=True))
class Card:
    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit
    def __lt__(self, other):
        return self.rank < other.rank
    def __repr__(self):
        return f"{self.rank}{self.suit}"
cards = [Card(3, "h"), Card(1, "s"), Card(3, "d"), Card(2, "c"), Card(1, "h")]
print(sorted(cards), sorted(cards, reverse=True), min(cards), sorted(cards, key=lambda c: c.suit))
cards.sort()
print(cards, cards[0].rank)
numbers = [(n * 7919) % 1000 for n in range(300)]
print(sorted(numbers) == sorted(sorted(numbers), reverse=True)[::-1], sorted(numbers)[:10], sorted(numbers)[-3:])
print(sorted([2.5, 1, 3, -1.0, True]), sorted(["b", "B", "a", "가", "é"]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]))
items = [3, 1, 2]
def meddling(x):
    items.append(9)
    return x
try:
    items.sort(key=meddling)
except ValueError as error:
    print("ValueError:", error)
def failing(x):
    raise KeyError(x)
items = [3, 1, 2]
try:
    items.sort(key=failing)
except KeyError as error:
    print("KeyError:", error, items)
try:
    sorted([1, None, 2])
except TypeError as error:
    print("TypeError:", error)
print(sorted({"b": 1, "a": 2}), sorted("hello"), sorted(range(5, 0, -1)), sorted(x * x % 7 for x in range(6)), sorted([]))
