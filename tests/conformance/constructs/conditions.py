# Truth, and, or, not, conditional expressions, chained comparisons: what is evaluated, what comes out.
def t(x):
    print(f"<{x!r}>", end=" ")
    return x


for value in (0, 1, -1, 0.0, 0.1, "", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, True, False, range(0), range(1), b"", b"0", ..., lambda: 0):
    print(int(bool(value)), int(not value), "T" if value else "F", end=" ")
print()
print(t(1) and t(2) and t(3))
print(t(1) and t(0) and t(3))
print(t("") or t([]) or t("end"))
print(t(0) or t(2) or t(3))
print(t(0) and t(1) or t(2) and t(3))
print(not t(0) and not t(1))
print(not not t("x"))
print(t(1) if t(0) else t(2) if t(3) else t(4))
print((t(1) or t(2)) and (t(0) or t("last")))
print(t(1) < t(2) < t(3))
print(t(3) < t(2) < t(1))
print(t(1) == t(1) != t(2) >= t(2) in [t(2)])
print(1 < 2 > 1, 1 < 3 > 5, 5 > 3 > 1 == True, (5 > 3) == True)
print(t("a") in t("abc") == t(True))
print(None is None is not False)
x = 5
print(0 <= x < 10, not 0 <= x < 3, x == 5 == 5.0)


class Odd:
    def __bool__(self):
        print("bool", end=" ")
        return False

    def __len__(self):
        return 5


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len", end=" ")
        return self.n


print(bool(Odd()), bool(Sized(0)), bool(Sized(2)), not Sized(0))
print("and:", (Odd() and 1).__class__.__name__, "or:", Odd() or 1)


class Answers:
    def __lt__(self, other):
        return "less"

    def __eq__(self, other):
        return []

    def __contains__(self, item):
        return "yes"


a = Answers()
print(a < 1, a == 1, a != 1, 5 in a, 5 not in a, a < 1 and "and", (a == 1) or "or")
print(a < a < a)
if a == 1:
    print("never")
elif a < 1:
    print("elif")
else:
    print("never")


class NoBool:
    def __bool__(self):
        raise ValueError("ambiguous")


class WrongBool:
    def __bool__(self):
        return 1


for each in (lambda: not NoBool(), lambda: NoBool() and 1, lambda: bool(WrongBool()), lambda: 1 if NoBool() else 2, lambda: [x for x in [1] if WrongBool()]):
    try:
        each()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print([x for x in range(10) if x % 2 if x > 3], [("a" if x else "b") for x in (0, 1)])
while not x < 3:
    x -= 1
print(x)
assert t(1), t("message not evaluated")
try:
    assert t(0), t("message")
except AssertionError as error:
    print(error.args)
