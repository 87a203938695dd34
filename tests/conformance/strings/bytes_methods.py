# Methods that bytes share with str: ASCII letters only, and bytes in the answers.
words = [b"", b"hello World", b"ABC def", b"a\xc3\xa9b", b"\x1c\x1d", b" \t\n", b"123", b"Title Case", b"\xff\xfe"]
for word in words:
    print(word, word.capitalize(), word.title(), word.swapcase())
    print([word.isalnum(), word.isalpha(), word.isdigit(), word.isspace(), word.islower(), word.isupper()])
    print(word.istitle(), word.isascii(), word.zfill(5), word.expandtabs(4))
print(b"ab".center(7), b"ab".center(7, b"*"), b"ab".ljust(5, b"."), b"ab".rjust(5), b"abc".center(2))
print(b"a,b,c".partition(b","), b"a,b,c".rpartition(b","), b"abc".partition(b"x"), b"abc".rpartition(b"x"))
print(b"prefix-x".removeprefix(b"prefix-"), b"x.py".removesuffix(b".py"), b"-12".zfill(6))
print(b"hello".translate(None, b"l"), b"hello".translate(bytes.maketrans(b"el", b"ip")))
print(b"\x01\x02\x03\x04\x05".hex(), b"\x01\x02\x03\x04\x05".hex("-"), b"\x01\x02\x03\x04\x05".hex(":", 2))
print(b"\x01\x02\x03\x04\x05".hex(":", -2), b"\x01\x02".hex(bytes_per_sep=0, sep="_"), b"ab".hex(b":"))


def refused(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


refused(lambda: b"".center(5, "x"))
refused(lambda: b"".ljust(5, b"ab"))
refused(lambda: b"a".partition("x"))
refused(lambda: b"a".partition(b""))
refused(lambda: b"a".removeprefix("a"))
refused(lambda: b"a".translate(3))
refused(lambda: b"a".translate(b"short"))
refused(lambda: b"a".translate())
refused(lambda: bytes.maketrans(b"a", b"bc"))
refused(lambda: b"a".hex("ab"))
refused(lambda: b"a".hex("한"))
refused(lambda: b"a".hex(3))
refused(lambda: b"a".join(3))
refused(lambda: b"a".join(None))
refused(lambda: bytes("a", None))
refused(lambda: bytes([1], (2,)))
refused(lambda: bytes.fromhex(None))
refused(lambda: b"a".decode(None))
