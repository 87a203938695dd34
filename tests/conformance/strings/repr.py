# How repr shows texts.
for text in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nline\\", "\x00\x1f\x7f", "é 가 😀", "\u200b\xa0\ufeff", ""):
    print(repr(text), ascii(text), str(text) == text)
print([1, "a", None, True, 2.5], ("x",), {"k": "v"}, {"s"})
print(b"bytes\x00\xff'", b'"', b"\n\t", bytes(3), bytes([65, 66]), bytes("é", "utf-8"))
print(str(None), str(True), str(1.0), str([1]), str(b"x"), repr("nested 'q'"))
