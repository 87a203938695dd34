# In place and plain operators of lists and of classes that derive from them.
class Added(list):
    def __add__(self, other):
        return "add"

    def __mul__(self, other):
        return "mul"


class Reflected(list):
    def __rmul__(self, other):
        return "rmul"


class Refuses(list):
    def __add__(self, other):
        return NotImplemented


class Right:
    def __radd__(self, other):
        return "radd"


def after(value, operation, other):
    kept = value
    try:
        if operation == "+":
            value += other
        else:
            value *= other
    except (TypeError, OverflowError) as error:
        return str(error)
    return value, type(value).__name__, value is kept


print(after(Added(), "+", [1]), after(Added(), "*", 2))
print(after(Reflected([1]), "*", 2), after(Reflected([1]), "+", (2,)))
print(after([1], "+", Right()), after([1], "+", (2,)), after([1], "*", 2), after([1], "*", -(2**70)))
print(after(Refuses([1]), "+", "ab"))
for left, right in ((Refuses([1]), [2]), (Refuses([1]), "a"), ([1], Refuses([2])), ([1], Right())):
    try:
        print(left + right)
    except TypeError as error:
        print(error)
print({1, 0} & {True, 2, 3}, {1}.intersection([True]), frozenset({2, 1}).intersection({True: 1}.keys()))
print({1: 0, 5: 0}.keys() & {True}, {True} & {1: 0}.keys(), {1: 0}.keys() & [True])
