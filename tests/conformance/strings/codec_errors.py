# What encoding and decoding say of what they cannot do, and what error handlers make of it.
def outcome(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


outcome(lambda: "한국어".encode("ascii"))
outcome(lambda: "a한국어b글".encode("latin-1"))
outcome(lambda: b"\xed\x95\x9c".decode("ascii", "xmlcharrefreplace"))
outcome(lambda: b"\xed\x95\x9c".decode("ascii", "surrogateescape"))
outcome(lambda: b"\xed\x95\x9c".decode("ascii", "nothing"))
outcome(lambda: b"\xed\x95".decode("utf-8", "nothing"))
outcome(lambda: b"\xed\x95".decode("utf-8", "xmlcharrefreplace"))
outcome(lambda: "\udc80a\udc81".encode("utf-8", "strict"))
outcome(lambda: "\udc80\udc81".encode("utf-8", "strict"))
outcome(lambda: "\udc80\udc81".encode("utf-16", "strict"))
outcome(lambda: b"abc".decode("utf-16-le"))
outcome(lambda: b"abc".decode("utf-16-le", "ignore"))
outcome(lambda: b"abc".decode("utf-16-le", "replace"))
outcome(lambda: b"a\xd8bc".decode("utf-16-le", "replace"))
outcome(lambda: b"a\xdcbc".decode("utf-16-le", "replace"))
outcome(lambda: b"a\xdcbc".decode("utf-16-le", "strict"))
outcome(lambda: b"a\xd8bc".decode("utf-16-le", "strict"))
outcome(lambda: b"a\xd8".decode("utf-16-le", "strict"))
outcome(lambda: b"a\xd8b".decode("utf-16-le", "strict"))
outcome(lambda: b"\xfe\xff\xd8ab".decode("utf-16", "strict"))
outcome(lambda: b"ab\xd8a".decode("utf-16", "backslashreplace"))
outcome(lambda: b"abc".decode("utf-16", "backslashreplace"))
outcome(lambda: b"abc".decode("utf-32", "strict"))
outcome(lambda: b"abcd".decode("utf-32", "strict"))
