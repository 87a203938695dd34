# for and while: else, break, continue, what the target keeps, changing what is iterated.
for i in range(3):
    if i == 5:
        break
else:
    print("no break", i)
for i in range(3):
    if i == 1:
        break
else:
    print("never")
print("broke at", i)
for i in range(3):
    i = i * 10
    print(i, end=" ")
print(i)
for x in ():
    pass
else:
    print("empty")
try:
    x
except NameError as error:
    print(error)
n = 5
while n > 0:
    n -= 2
    if n == 1:
        continue
    print("n", n)
else:
    print("while ends", n)
while True:
    n += 1
    if n == 2:
        break
else:
    print("never")
for a, (b, *c) in [(1, "xyz"), (2, (3,))]:
    print(a, b, c)
target = {}
for target["k"] in "ab":
    pass
print(target)


class Box:
    pass


box = Box()
for box.value in range(3):
    pass
print(box.value)
items = [1, 2, 3]
for item in items:
    if len(items) < 6:
        items.append(item * 10)
print(items)
items = [1, 2, 3, 4]
for item in items:
    items.remove(item)
print(items)
for outer in range(3):
    for inner in range(3):
        if inner == outer:
            break
        if (outer, inner) == (2, 0):
            continue
        print(outer, inner)
    else:
        print("inner went through")


def count(n):
    print("started")
    yield from range(n)
    print("exhausted")


for i in count(3):
    if i == 1:
        break
iterator = iter([1, 2, 3, 4])
for i in iterator:
    print(i, next(iterator))
for i in iterator:
    print("never")
for index, (key, value) in enumerate({"a": 1, "b": 2}.items(), 1):
    print(index, key, value)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("over")
        self.n -= 1
        return self.n


print([*Countdown(3)], list(Countdown(2)), sum(Countdown(4)))


class Sequence:
    def __getitem__(self, index):
        if index == 3:
            raise IndexError
        return index * index


for square in Sequence():
    print(square, end=" ")
print(4 in Sequence(), 3 in Sequence())
for kind in (5, None, object(), int, lambda: 0):
    try:
        for _ in kind:
            pass
    except TypeError as error:
        print(error)
i = "before"
squares = [i for i in range(3)]
print(i)
for i in range(10**9):
    if i == 3:
        break
print(i, range(10**9)[-1])
while (line := "abc"[n - 2 :]) and n < 5:
    print(line)
    n += 1
