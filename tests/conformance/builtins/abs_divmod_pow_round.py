# abs, divmod, pow, round.
class N:
    def __abs__(self):
        return "abs"

    def __divmod__(self, other):
        return ("divmod", other)

    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def __round__(self, n="none"):
        return ("round", n)


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (abs(-5), abs(5), abs(-0.0), abs(True), abs(-(10**30)), abs(float("-inf"))),
    lambda: abs(N()),
    lambda: abs("x"),
    lambda: abs(),
    lambda: abs(1, 2),
    lambda: (
        divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(-7, -2), divmod(7.5, 2), divmod(-1, 10**20),
        divmod(True, 2),
    ),
    lambda: divmod(N(), 1),
    lambda: divmod(1, 0),
    lambda: divmod(1.0, 0),
    lambda: divmod(1),
    lambda: divmod("a", 2),
    lambda: (
        pow(2, 10), pow(2, -1), pow(2.0, 3), pow(2, 3, 5), pow(3, -1, 7), pow(-2, 3, 5), pow(0, 0), pow(2, 100),
        pow(10, 20, 10**9 + 7),
    ),
    lambda: (pow(base=2, exp=3), pow(2, exp=3, mod=5)),
    lambda: (pow(N(), 2), pow(N(), 2, 3)),
    lambda: pow(0, -1),
    lambda: pow(2, 3, 0),
    lambda: pow(2, -1, 4),
    lambda: pow(2.0, 3, 5),
    lambda: pow("a", 2),
    lambda: pow(2),
    lambda: (
        round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5), round(1234, -2),
        round(1250, -2), round(1350, -2),
    ),
    lambda: (
        round(2.5, 0), round(2, 1), round(1e20), round(0.5), round(1.5, None), round(-0.4), round(True),
        round(number=1.26, ndigits=1),
    ),
    lambda: (
        round(10**25 + 5, -1), round(1e300, 5), round(123.456, 400), round(123.456, -400),
        round(float("inf"), 2),
    ),
    lambda: round(float("nan")),
    lambda: round(float("inf")),
    lambda: (round(N()), round(N(), 3)),
    lambda: round("x"),
    lambda: round(1.5, 1.5),
    lambda: round(),
)
