# Literals of every kind, and the values that they are.
print(0, 00, 1_000_000, 0xFF, 0XaB, 0o17, 0O7, 0b101, 0B1, 0x_f, 0b_1, 10**20, 123456789012345678901234567890)
print(1.0, 1., .5, 1e3, 1E-3, 1_0.0_1, 1e+2, 0.1, 1e16, 1e15, 1.5e300 * 1e10, 5e-324, 1e400, -0.0, 123456789.123456789)
print("a", 'a', """a""", '''a''', "a'b", 'a"b', """a"b'c""", "a" 'b' """c""", "tab\tx", "back\\slash", "new\nline")
print("\x41\u0042\U00000043\101\0end".replace("\0", "NUL"), "\a\b\f\v\r".encode(), "\
joined", r"\n\x", R"\'", "\'\"", '\N' if False else "")
print(r"raw\d" "\tmixed", rb"\x00", b"bytes\x00\xff\n", B'b', bR"\d", Rb"\d", b"a" b"b", b'\'', b"\\")
print(f"{1}", F"{2}", rf"\d{3}", fr"\{4}", f"{{}}", f"{'nested'}", f"{1 + 1=}", f"{5!r:>4}", f"""{
    6
}""")
print("""first
second \
same line
    indented""")
print(True, False, None, ..., Ellipsis is ..., NotImplemented, __debug__)
print((), (1,), (1, 2), 1, [], [1], [1, 2,], {}, {1: 2}, {1, }, {1: 2, }, (1, 2,), ((1), (2,)))
print({1: "a", 1.0: "b", True: "c"}, {"a": 1, "a": 2}, {1, 1.0, True}, {(1, 2): [3]})
print("한글", "é", "😀", len("😀"), "\u00e9" == "é", "가"[0], "ünï".upper(), 'ß'.upper(), "İ".lower() == "i̇")
변수 = 1
été = 2
_x1 = 3
ªº = 4
print(변수 + été + _x1 + ªº, [name for name in ("변수", "été", "ao") if name in globals()])
print(1if True else 2, [1for _ in [1]], 0x1for x in [1]) if False else print(1 if True else 2)
x = 1; y = 2; print(x, y)
if x: print("one line"); print("two")
print(1,
      2,  # comment
      3)
value = 1 + \
    2
print(value)
print(-1, +1, --1, - -1, -0, -0.0, 1-1, 1 -1)
print(10 .bit_length(), 1.5.hex(), 1..__class__, (1).real, 0xA.real, "a".upper(), [].copy(), {}.get(1), ().count(1))
print(*[1, *[2, 3]], *{}, *"ab", sep="|")
print(len("""\
no first newline"""), repr("'"), repr('"'), repr("'\""), repr("\\"), repr("\t\n\r\x00\x7f\x80\xa0é\u200b\ud800"))
print(repr(b"'"), repr(b'"'), repr(b"'\""), repr(b"\t\n\x00\x7f\xff"), ascii("é😀\n"), repr("\U0001F600"), repr("\u0378"))
print(1_0 + 0x1_0 + 0b1_0 + 0o1_0, 1e1_0, .1_1, 0_0)
