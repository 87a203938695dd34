# match: literals, names, alternatives, guards, singletons.
class Color:
    RED = 1
    GREEN = "green"


def kind(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5 | -2.5:
            return "float"
        case "a" | "b":
            return "letter"
        case b"a":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true is reached only if 1 is not before"
        case Color.GREEN:
            return "green"
        case "x" "y":
            return "joined"
        case int(n) if n > 100:
            return f"large {n}"
        case int() | float():
            return "number"
        case str(s) if s.isdigit():
            return f"digits {s}"
        case str():
            return "text"
        case _ as other if other == []:
            return "empty list"
        case _:
            return "other"


for x in (0, False, 1, True, 3.0, -1, 1.5, -2.5, "a", b"a", None, "green", "xy", 101, 50, 2.25, "77", "word", [], (), {}, object):
    print(repr(x) if x is not object else "object", "->", kind(x))


def capture(x):
    match x:
        case y:
            return "captured", y


print(capture(5), capture(None))


def singletons(x):
    match x:
        case True:
            return "True"
        case False:
            return "False"
        case None:
            return "None"
        case 1 | 0:
            return "int"


print([singletons(x) for x in (True, False, None, 1, 0, 1.0)])


class Eq:
    def __eq__(self, other):
        print("eq", other)
        return other == 2


match Eq():
    case 1:
        print("one")
    case 2:
        print("two")


def guard_order():
    def g(name, result):
        print("guard", name)
        return result

    match 5:
        case x if g("a", False):
            pass
        case int() if g("b", True):
            print("b matched", x)
        case _:
            pass


guard_order()


def nothing(x):
    match x:
        case 1:
            return "one"


print(nothing(2))
match = case = _ = "soft keywords"
print(match, case, _)
type = 3
print(type)
match (1, 2):
    case (a, b) if a > b:
        print("never")
    case (a, b):
        print(a, b)
match 1, 2:
    case 1, y:
        print("open tuple", y)
match x := 5:
    case 5:
        print("walrus", x)


def loops():
    for item in [1, "stop", 2]:
        match item:
            case "stop":
                break
            case int():
                continue
    return item


print(loops())
