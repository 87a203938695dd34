# str: find, index, count, startswith, replace, in, partition.
def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        ["hello".find(x) for x in ("l", "ll", "", "z", "hello!", "o")],
        ["hello".rfind(x) for x in ("l", "", "z", "h")],
    ),
    lambda: (
        "hello".find("l", 3), "hello".find("l", 4), "hello".find("l", -2), "hello".find("h", 1),
        "hello".find("", 10), "hello".find("", 5), "hello".find("l", 0, 3), "hello".rfind("l", 0, 3),
        "hello".find("lo", None, None),
    ),
    lambda: ("가나다가".find("가", 1), "😀a😀".rfind("😀"), "😀a".find("a"), "aXbX".index("X"), "aXbX".rindex("X")),
    lambda: "a".index("b"),
    lambda: "a".rindex("b"),
    lambda: "a".find(1),
    lambda: "a".find(),
    lambda: (
        "aaaa".count("aa"), "aaa".count(""), "".count(""), "abcabc".count("bc"), "abc".count("c", 2),
        "abc".count("c", 0, 2), "abc".count("z"),
    ),
    lambda: (
        "abc".startswith("a"), "abc".startswith(("x", "ab")), "abc".startswith("b", 1), "abc".startswith(""),
        "abc".startswith("", 4), "abc".startswith("bc", 1, 2), "abc".startswith(()), "abc".endswith("c"),
        "abc".endswith(("b", "bc")), "abc".endswith("b", 0, 2),
    ),
    lambda: "abc".startswith(5),
    lambda: "abc".endswith(["c"]),
    lambda: ("abc".startswith(("a", 5)), "xbc".startswith(("a", "x", 5))),
    lambda: "xbc".startswith(("a", 5)),
    lambda: (
        "hello".replace("l", "L"), "hello".replace("l", ""), "hello".replace("", "-"),
        "hello".replace("l", "L", 1), "hello".replace("x", "y"), "aaa".replace("a", "aa"), "".replace("", "x"),
        "abc".replace("", "-", 2), "hello".replace("l", "L", count=1), "hello".replace("l", "L", -1),
        "hello".replace("l", "L", 0),
    ),
    lambda: "a".replace("a"),
    lambda: "a".replace("a", 5),
    lambda: "a".replace(1, "b"),
    lambda: "a".replace("a", "b", "c"),
    lambda: ("ell" in "hello", "" in "", "z" not in "a"),
    lambda: 5 in "a",
    lambda: None in "a",
    lambda: (
        "a-b-c".partition("-"), "abc".partition("-"), "a-b-c".rpartition("-"), "abc".rpartition("-"),
        "".partition("x"), "a--b".partition("--"),
    ),
    lambda: "a".partition(""),
    lambda: "a".partition(5),
    lambda: (
        "prefix-x".removeprefix("prefix-"), "x".removeprefix("prefix"), "x.py".removesuffix(".py"),
        "x".removesuffix(""), "aa".removeprefix("a"), "".removesuffix("x"),
    ),
    lambda: "a".removeprefix(1),
)
