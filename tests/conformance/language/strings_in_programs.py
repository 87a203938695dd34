text = "  Hello, World  "
print(text.strip(), text.lower().count("l"), text.replace("World", "Loop").strip().split(", "))
print("a,b,,c".split(","), "one two".title(), "abc".find("z"), "abc".index("c"), "x".join(["1", "2"]), "abc".startswith(("x", "a")))
print("%s" % (1,), "-" * 10, "ab" in "cab", "abc" < "abd", "line1\nline2".splitlines(), "42".zfill(5), "x".center(5, "*"))
s = "안녕하세요 asyncio 🐍"
print(len(s), s[0], s[-1], s[::-1], s.encode()[:6], s.upper())
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\n\t\\"), ascii("é") if False else "")
print("abc".isalpha(), "12".isdigit(), "Ab".swapcase(), "a-b_c".partition("-"), "path/to/file".rsplit("/", 1))
for ch in "hi":
    print(ch, ord(ch))
print("tail" if "abc".endswith("c") else "", "{:>10}".format("r"), "a\tb".expandtabs(4))
