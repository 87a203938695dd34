# Subclasses of builtin types: which operator is asked, and how they look.
class Number(int):
    def __len__(self):
        return 0


class Text(str):
    def __str__(self):
        return "shown"


class Items(list):
    def __eq__(self, other):
        return True

    def __radd__(self, other):
        return "reflected"


class Derived(Items):
    __add__ = None


print(bool(Number(3)), bool(Number(0)), f"{Number(3)}", format(Number(5), "03d"))
print(f"{Text('a')}", f"{Text('a'):>8}", format(Text("a"), ""), "%s" % Text("a"), str(Text("a")))
print(Items([1]) == Items([2]), Items([1]) != Items([2]), Items([1]) != Items([1]))
print([1] + Items([2]), Items([1]) + Items([2]))


class Left:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print("add", self.name)
        return NotImplemented

    def __radd__(self, other):
        print("radd", self.name)
        return NotImplemented


class Same(Left):
    pass


class Other(Left):
    def __radd__(self, other):
        print("other radd", self.name)
        return "done"


def tried(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: Left("a") + Same("b"))
tried(lambda: Left("a") + Other("b"))
tried(lambda: Derived([1]) + [2])
tried(lambda: format(Text("a"), "d"))
tried(lambda: format(Number(1), "s"))
tried(lambda: Left("a") * [1])
tried(lambda: [1] * Items())
tried(lambda: Items() * "a")
tried(lambda: pow(Left("a"), 1, 2))


class Power:
    def __pow__(self, other, modulus=None):
        return other, modulus


print(pow(Power(), 2, 3), pow(Power(), 2), Power() ** 4)


# What a sequence joins or repeats by itself comes after the methods of both operands.
class Reflected(list):
    def __radd__(self, other):
        return "radd", type(other).__name__

    def __rmul__(self, other):
        return "rmul", type(other).__name__


class Plain(list):
    pass


for left in b"a", "s", (1,), [2], 1, 1.5, None, Plain(), Reflected(), range(3):
    for right in Reflected(), Plain():
        for join in lambda: left + right, lambda: left * right:
            try:
                print(join())
            except TypeError as error:
                print(error)
print(sum([Reflected([1]), Reflected([2])], Reflected()), list(list[int]), [*tuple[str, int]])


class Word(str):
    def __radd__(self, other):
        return self


class LongWord(Word):
    pass


print(sum([LongWord("a"), Word("b")]))


# An instance of a subclass is begun once, whoever says its value.
class Value:
    def __iter__(self):
        yield 1

    def __index__(self):
        return 3

    def __float__(self):
        return 5.0

    def __str__(self):
        return "7"


for base in int, float, str, bytes, tuple, list, set, frozenset:

    class Begun(base):
        def __init__(self, *values):
            print("init", type(self).__mro__[1].__name__, type(values[0]).__name__)

    print(isinstance(Begun(Value()), Begun))
print(isinstance(Begun(map(abs, [1])), Begun))
for wrong in lambda: type("A", (Begun, Begun), {"__slots__": (1,)}), lambda: type("A", (Begun, Begun), {}):
    try:
        wrong()
    except TypeError as error:
        print(error)

# Where * takes any number, the method takes a count.
for call in (
    lambda: [1].__mul__("x"),
    lambda: list.__mul__([1], []),
    lambda: [1].__rmul__("x"),
    lambda: "a".__mul__(1.5),
    lambda: (1,).__mul__(None),
    lambda: b"a".__rmul__(b""),
    lambda: [1].__imul__("x"),
    lambda: [[1].__mul__(Value()), "a".__rmul__(Value()), [1].__imul__(Value())],
    lambda: [1].__add__(Value()),
    lambda: "a".__add__(Reflected()),
    lambda: b"a".__add__(1),
    lambda: ().__add__(Value()),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
