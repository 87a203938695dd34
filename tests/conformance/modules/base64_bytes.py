# base64: both alphabets, texts to decode, what is wrong with them.
import base64

for data in (b"", b"a", b"ab", b"abc", bytes(range(250, 256)), "한글".encode()):
    plain, url = base64.b64encode(data), base64.urlsafe_b64encode(data)
    print(plain, url, base64.b64decode(plain) == base64.urlsafe_b64decode(url) == data, base64.b64decode(plain.decode()))
print(base64.b64encode(b"\xfb\xff", altchars=b".,"), base64.b64decode("+/8=.", validate=False), base64.b64decode("YWJj\nZGVm"))
for wrong in ("a", "ab", "abc", "YWJjZ", "한", 1, b"YQ="):
    try:
        print(base64.b64decode(wrong))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    base64.b64decode("YW Jj", validate=True)
except ValueError as error:
    print(error)
try:
    base64.b64encode("text")
except TypeError as error:
    print(error)
