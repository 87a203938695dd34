# str: strip, center, ljust, rjust, zfill, expandtabs, translate.
def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        "  a ".strip(), "  a ".lstrip() + "|", " a ".rstrip() + "|", "xxaxx".strip("x"), "abcba".strip("ab"),
        "abc".lstrip("ba"), "abc".rstrip("cb"), "".strip(), "\t\n\xa0 a\u3000".strip(), "aaa".strip("a"),
        "a".strip(""), " a ".strip(None),
    ),
    lambda: "a".strip(5),
    lambda: "a".strip("a", "b"),
    lambda: (
        "a".center(5), "a".center(4, "*"), "ab".center(5, "*"), "abc".center(2), "a".ljust(3) + "|",
        "a".ljust(3, "."), "a".rjust(3), "a".rjust(3, "0"), "가".center(4, "나"), "".center(3, "x"),
        "ab".center(4, "*"), "abc".center(6, "-"), "abc".center(-1),
    ),
    lambda: "a".center(),
    lambda: "a".center("5"),
    lambda: "a".center(5, "ab"),
    lambda: "a".center(5, 1),
    lambda: "a".ljust(5, ""),
    lambda: (
        "5".zfill(3), "-5".zfill(4), "+5".zfill(4), "abc".zfill(2), "".zfill(2), "-".zfill(3), "--5".zfill(5),
    ),
    lambda: "a".zfill(),
    lambda: "a".zfill("3"),
    lambda: (
        "a\tb".expandtabs(), "a\tb".expandtabs(4), "a\tb\n\tc".expandtabs(2), "\t".expandtabs(0),
        "ab\tc".expandtabs(tabsize=3), "a\tb".expandtabs(-1),
    ),
    lambda: (
        "hello".translate({104: "H", 101: None, "l": "x"}), "hello".translate(str.maketrans("el", "ip")),
        "hello".translate(str.maketrans("l", "L", "o")),
        "abc".translate(str.maketrans({"a": "1", "b": None, 99: 100})), "abc".translate({}),
    ),
    lambda: str.maketrans("ab", "c"),
    lambda: str.maketrans("a"),
    lambda: str.maketrans({"ab": 1}),
    lambda: str.maketrans(5),
    lambda: "a".translate(5),
    lambda: "a".translate({97: 5.0}),
    lambda: (
        "a" * 3 + "b", "ab" < "b", "a"[0], "abc"[::-1], "x" "y", min("bca"), sorted("bca"),
        list(reversed("ab")), "a" == "a", len("é"), hash("a") == hash("a"),
    ),
    lambda: (
        "é".encode(), "é".encode("latin-1"), "é".encode("ascii", "ignore"), "é".encode("ascii", "replace"),
        "é".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"),
        "é가".encode("utf-16-le"), "a".encode(encoding="utf-8", errors="strict"),
    ),
    lambda: "é".encode("ascii"),
    lambda: "é".encode("nothing"),
    lambda: "\ud800".encode(),
)
