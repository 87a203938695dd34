# str: split, rsplit, splitlines, join.
def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        "a b  c".split(), " a b ".split(), "a,b,,c".split(","), "".split(), "".split(","), "   ".split(),
        "a\tb\nc\x0bd\xa0e\u3000f".split(), "abc".split("b"), "aXXbXXc".split("XX"), ",".split(","),
    ),
    lambda: (
        "a b c d".split(None, 2), "a b c d".split(" ", 1), "  a  b  c ".split(None, 1), "a,b,c".split(",", 0),
        "a,b,c".split(",", -1), "a b".split(maxsplit=1), "a-b".split(sep="-"), "a b c".split(None, 0),
        "  a b ".split(None, 0),
    ),
    lambda: (
        "a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), " a b ".rsplit(None, 1), "a b c".rsplit(),
        "a,b,,".rsplit(","), "a b c".rsplit(maxsplit=1),
    ),
    lambda: "a".split(""),
    lambda: "a".split(5),
    lambda: "a".split(",", "x"),
    lambda: "a".split(1, 2, 3),
    lambda: (
        "a\nb\r\nc\rd".splitlines(), "a\nb\r\nc\r".splitlines(True), "".splitlines(), "\n".splitlines(),
        "\n\n".splitlines(), "a\x0bb\x0cc\x1cd\x85e\u2028f".splitlines(), "a\n".splitlines(keepends=True),
    ),
    lambda: (
        ",".join("abc"), "".join(["a", "b"]), "-".join([]), "-".join(["x"]), ", ".join({"a": 1, "b": 2}),
        "x".join(str(i) for i in range(3)), "é".join(["가", "나"]),
    ),
    lambda: ",".join([1]),
    lambda: ",".join(["a", None]),
    lambda: ",".join(5),
    lambda: ",".join(["a", b"b"]),
    lambda: ",".join(),
    lambda: ("a b c".split(" ")[::-1], " ".join("a  b".split()), "k=v;k2=v2".split(";")[1].split("=")),
)
