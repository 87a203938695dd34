# tuple and bytes: methods, operators, errors.
def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        (1, 2, 1).count(1), (1, 2, 1).index(2), (1, 2, 1).index(1, 1), (1,) + (2,), (1, 2) * 2, (1, 2)[0],
        (1, 2)[::-1], (1, 2) < (1, 3), (1, [2]) == (1, [2]), 1 in (1,), hash((1, "a")) == hash((1, "a")),
        (1, 2).__len__(),
    ),
    lambda: (1,).index(5),
    lambda: (1,)[1],
    lambda: (1,)["a"],
    lambda: (1,) + [2],
    lambda: (1,) * 1.5,
    lambda: (1,).append(2),
    lambda: (1, "a") < ("a", 1),
    lambda: hash((1, [])),
    lambda: (
        repr((1,)), repr(()), str((1, "a")), tuple([1]), (*"ab",), () == (), bool(()), sorted((2, 1)),
        max((1, 2)), len((1, 2)),
    ),
    lambda: (
        b"abc"[0], b"abc"[0:2], b"abc"[-1], list(b"ab"), b"a" + b"b", b"ab" * 2, b"a" in b"abc", 97 in b"abc",
        b"abc" < b"abd", b"" == "", len(b"ab"), bool(b""), hash(b"a") == hash(b"a"),
    ),
    lambda: (
        b"aXbX".find(b"X"), b"abc".find(98), b"aXbX".rfind(b"X"), b"abc".index(b"c"), b"aaa".count(b"a"),
        b"abc".startswith(b"a"), b"abc".endswith((b"x", b"c")), b"a,b".split(b","), b" a b ".split(),
        b"a b c".rsplit(None, 1), b"a\nb".splitlines(), b",".join([b"a", b"b"]),
    ),
    lambda: (
        b" a ".strip(), b"xax".strip(b"x"), b"abc".replace(b"b", b"B"), b"abc".upper(), b"ABC".lower(),
        b"abc".title(), b"abc".capitalize(), b"aB".swapcase(), b"a-b".partition(b"-"), b"5".zfill(3),
        b"a".center(3, b"*"), b"a".ljust(3), b"abc".removeprefix(b"a"),
    ),
    lambda: (
        b"abc".hex(), b"\x01\xff".hex("-"), bytes.fromhex("01 ff"), b"abc".decode(),
        b"\xc3\xa9".decode("utf-8"), b"\xff".decode("latin-1"), b"\xff".decode("utf-8", "replace"),
        b"\xff".decode("utf-8", "ignore"), b"abc".isalpha(), b"12".isdigit(), b"abc".islower(),
    ),
    lambda: (b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b")),
    lambda: b"\xff".decode(),
    lambda: b"a" + "b",
    lambda: b"a" in "a",
    lambda: "a" in b"a",
    lambda: 256 in b"a",
    lambda: b"abc"["a"],
    lambda: b"abc"[5],
    lambda: b"abc".find("a"),
    lambda: b",".join(["a"]),
    lambda: b"abc".startswith("a"),
    lambda: bytes.fromhex("0g"),
    lambda: b"a".decode("nothing"),
    lambda: b"a" < "a",
    lambda: b"a" * b"a",
    lambda: (repr(b"a'b"), repr(b'a"b'), repr(b"\n\x00"), str(b"a")),
)
