# The methods that every tutorial of str shows.
text = "  Hello, World  "
print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()), "xxabcxx".strip("x"), "abcab".strip("ab"))
print("hello world".title(), "hello".capitalize(), "Hello".swapcase(), "HELLO".lower(), "straße".upper(), "ß".casefold())
print("a,b,,c".split(","), "a b  c".split(), "a,b,c".split(",", 1), "a b c".rsplit(" ", 1), "".split(), "".split(","))
print("one\ntwo\r\nthree".splitlines(), "one\ntwo\n".splitlines(True), "".splitlines())
print(", ".join(["a", "b"]), "-".join("abc"), "".join([]), ",".join(str(n) for n in range(5)), " ".join({"k": 1}))
print("banana".count("a"), "banana".count("an"), "banana".count(""), "banana".find("n"), "banana".rfind("n"), "banana".find("x"))
print("banana".index("n", 3), "banana".find("a", 2, 4), "banana".startswith("ban"), "banana".endswith(("x", "na")))
print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "ab".replace("", "-"), "abc".replace("x", "y"))
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"), "abc".rpartition("x"))
print("42".zfill(5), "-42".zfill(5), "ab".center(6, "*"), "ab".ljust(5, "."), "ab".rjust(5), "abc".center(6) + "|", "abcd".center(7, "-"))
print("test.py".removesuffix(".py"), "test.py".removeprefix("test"), "abc".removeprefix("x"))
print("a\tb\tc".expandtabs(4), "a\tb".expandtabs())
print("abc".isalpha(), "123".isdigit(), "a1".isalnum(), " \t".isspace(), "Abc Def".istitle(), "abc".islower(), "ABC".isupper())
print("".isalpha(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), "가".isalpha(), "a b".isidentifier(), "이름".isidentifier())
print("a\n".isprintable(), "abc".isprintable(), "abc".isascii(), "é".isascii())
table = str.maketrans("abc", "xyz", "d")
print("abcd".translate(table), str.maketrans({"a": "1", "b": None}), "aabb".translate({97: "z", 98: None}))
print("Hello".encode(), "세계".encode("utf-8"), b"\xec\x84\xb8".decode(), "é".encode("latin-1"), "aé".encode("ascii", "replace"))
print("x".join(["1", "2", "3"]), "%s" % "done", "abc".__len__(), "abc".upper().lower().title())
for bad in (lambda: "a".index("z"), lambda: "a".split(""), lambda: ",".join([1]), lambda: "a" + 1, lambda: "a" * "b",
            lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "a".encode("nope"), lambda: 1 in "a"):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
