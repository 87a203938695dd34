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
