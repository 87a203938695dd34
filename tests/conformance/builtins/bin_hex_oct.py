# bin, hex, oct, chr, ord, ascii.
class I:
    def __index__(self):
        return 255


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (bin(0), bin(5), bin(-5), bin(True), bin(2**70), bin(I())),
    lambda: (hex(0), hex(255), hex(-255), hex(False), hex(2**70), hex(I())),
    lambda: (oct(0), oct(8), oct(-8), oct(2**70), oct(I())),
    lambda: bin(1.0),
    lambda: hex("a"),
    lambda: oct(None),
    lambda: hex(),
    lambda: (chr(97), chr(0), chr(0xAC00), chr(0x1F600), chr(0x10FFFF), chr(True)),
    lambda: chr(-1),
    lambda: chr(0x110000),
    lambda: chr("a"),
    lambda: chr(1.0),
    lambda: chr(10**30),
    lambda: (ord("a"), ord("가"), ord("😀"), ord(b"a"), ord("\0")),
    lambda: ord(""),
    lambda: ord("ab"),
    lambda: ord(b""),
    lambda: ord(5),
    lambda: ord(),
    lambda: (ascii("é가😀'\n"), ascii([1, "ü"]), ascii(b"\xff"), ascii(None)),
    lambda: ascii(),
)
