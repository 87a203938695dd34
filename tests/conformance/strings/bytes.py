# bytes as tutorials use them.
data = b"hello world"
print(data, len(data), data[0], data[-1], data[:5], data[::-1], list(data[:3]))
print(data.upper(), data.split(), data.replace(b"o", b"0"), data.find(b"o"), data.count(b"l"), b"lo" in data, 104 in data)
print(data.startswith(b"he"), data.endswith(b"x"), b"-".join([b"a", b"b"]), b"a" + b"b", b"ab" * 2, b"a" < b"b", b"a" == b"a")
print(data.hex(), bytes.fromhex("68 69"), (1024).to_bytes(2, "big"), int.from_bytes(b"\x04\x00", "big"), (-1).to_bytes(2, "little", signed=True))
print(data.decode(), "문자".encode(), "문자".encode().decode("utf-8"), b" x ".strip(), hash(b"a") == hash(b"a"))
for bad in (lambda: b"a" + "a", lambda: bytes([300]), lambda: bytes("a"), lambda: b"abc"[9], lambda: b"\xff\xfe".decode("utf-8"), lambda: bytes(-1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
