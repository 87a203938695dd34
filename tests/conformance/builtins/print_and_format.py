# print, format, repr, str of one another.
class P:
    def __repr__(self):
        return "repr"


class S(P):
    def __str__(self):
        return "str"


class F(S):
    def __format__(self, spec):
        return f"format {spec!r}"


class Out:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("<flush>")


out = Out()


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: print(),
    lambda: print(1, "a", None, [1, "b"], sep="-", end="!\n"),
    lambda: print("x", end=""),
    lambda: print("", "", sep="|"),
    lambda: print(*"abc", sep=""),
    lambda: print(P(), S(), F(), [P(), S()], {"k": S()}, (F(),)),
    lambda: (print("to out", 5, file=out, sep="_", flush=True), out.parts),
    lambda: print("none", sep=None, end=None),
    lambda: print("a", "b", sep=5),
    lambda: print("a", end=5),
    lambda: print("a", foo=1),
    lambda: print("a", file=5),
    lambda: (
        str(P()), str(S()), repr(S()), format(P()), format(S()), format(F()), format(F(), ">3"), f"{F():x}",
        f"{S()!r} {P()!s} {'é'!a}",
    ),
    lambda: format(P(), "x"),
    lambda: (
        format(5, ">5"), format(5.5, "08.2f"), format("a", "^5"), format(True), format(True, "d"), format(None),
        format([1]), format(10**6, ","), format(255, "#x"), format(0.25, "%"),
    ),
    lambda: format(None, ">5"),
    lambda: format([1], ">5"),
    lambda: format("a", "d"),
    lambda: format(5, "s"),
    lambda: format(5, 5),
    lambda: format(),
    lambda: (
        str(), str(5), str("a"), str(None), str([1, "a"]), str(b"a"), str(b"\xc3\xa9", "utf-8"),
        str(b"\xff", "ascii", "replace"), str(object=5),
    ),
    lambda: str(5, "utf-8"),
    lambda: str("a", "utf-8"),
    lambda: (
        repr("a"), repr([1, [2, {"k": (1,)}]]), repr({1, }), repr(frozenset()), repr(set()), repr(()),
        repr((1,)), repr(range(3)), repr(1.0), repr(-0.0), repr(1e22), repr(1e-7), repr(float("nan")),
    ),
    lambda: repr(),
    lambda: (
        repr(int), repr(len), repr(type(None)), repr(Ellipsis), repr(NotImplemented), repr(dict(a=1).items()),
        repr({}.keys()), repr({1: 2}.values()),
    ),
)
