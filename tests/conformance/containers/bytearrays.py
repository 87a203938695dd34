# bytearray: everything of the tutorials, and its refusals.
b = bytearray(b"hello")
print(b, len(b), b[0], b[-1], b[1:3], type(b) is bytearray, isinstance(b, bytearray), isinstance(1, complex), isinstance(b, (bytes, bytearray)))
b[0] = 72
b.append(33)
b.extend(b" world")
b += b"!"
print(b, bytes(b), b.decode(), b.hex(), b.find(b"w"), b.upper(), b.split(), b == b"Hello! world!", b"Hello! world!" == b)
del b[:7]
b[0:1] = b"W"
b.insert(0, 40)
print(b, b.pop(), b.pop(0), b, list(b), 87 in b, b"or" in b, bytearray(b) == b, b != b"x")
b.reverse(); print(b, b.copy(), b * 2, b + b"x", b"x" + b, bytearray(3), bytearray([1, 2]), bytearray("é", "utf8"), bytearray())
for wrong in (lambda: bytearray("x"), lambda: bytearray([300]), lambda: b.append(300), lambda: b.append("x"), lambda: b[99], lambda: b["a"], lambda: b + "x", lambda: hash(b), lambda: bytearray().pop(), lambda: b.remove(1), lambda: bytearray(-1), lambda: b.nothing):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(int.from_bytes(bytearray(b"\x01\x02"), "big"), bytearray.fromhex("ff 00"), b.startswith(b"d"), b.replace(b"d", b"D"), b.partition(b"l"))
class Buffer(bytearray):
    def first(self):
        return self[0]
print(Buffer(b"abc").first(), Buffer(b"abc"), bool(bytearray()), bool(b), sorted(bytearray(b"cab")), max(b), bytearray(b"%d") % 5, b > b"a", bytearray(b"a") < b"b")
print(bytearray(b"a,b").split(b","), b",".join([bytearray(b"x"), b"y"]), bytearray(b",").join([b"x", b"y"]), str(bytearray(b"a")), f"{bytearray(b'a')}")
for item in bytearray(b"ab"):
    print(item)
def f():
    global b
    b.clear()
    print(b)
f()

b = bytearray(b"ab")
for x in 3, "a", [1,2], 1.5, [300], None:
    try:
        b.extend(x)
        print(b)
    except Exception as e:
        print(type(e).__name__, e)
try: b.foo = 1
except AttributeError as e: print(e)
class X:
    def __bytes__(self): return b"q"
    def extend(self): pass
try: print(b",".join([X()]))
except TypeError as e: print(e)
print(b",".join([b, b"z"]), bytearray.__module__, bytearray)
