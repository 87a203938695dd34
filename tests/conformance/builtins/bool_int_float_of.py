# bool, int, float: what they take.
class C:
    def __init__(self, **kw):
        self.kw = kw

    def __int__(self):
        return self.kw["int"]

    def __float__(self):
        return self.kw["float"]

    def __index__(self):
        return self.kw["index"]


class IndexOnly:
    def __index__(self):
        return 7


class Sub(int):
    pass


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        int(), int(5), int(-5.9), int(5.9), int(True), int("  12\n"), int("-0012"), int("+5"), int("1_000"),
        int(b"12"), int("٣"),
    ),
    lambda: (
        int("ff", 16), int("0xff", 16), int("0xff", 0), int("0b11", 0), int("0o17", 0), int("z", 36),
        int("11", 2), int("-11", base=2), int("10", 0),
    ),
    lambda: (
        int(10**30), int(1e20), int("9" * 30), int(C(int=4)), int(IndexOnly()), type(int(Sub(3))).__name__,
        Sub("5") + 1,
    ),
    lambda: int(""),
    lambda: int("5.0"),
    lambda: int("1__0"),
    lambda: int("_1"),
    lambda: int("0x10"),
    lambda: int("12", 1),
    lambda: int("12", 37),
    lambda: int("010", 0),
    lambda: int("8", 8),
    lambda: int(None),
    lambda: int([]),
    lambda: int(5, 10),
    lambda: int("5", "10"),
    lambda: int(float("nan")),
    lambda: int(float("-inf")),
    lambda: int(C(int="x")),
    lambda: int(x=5),
    lambda: (
        float(), float(5), float("1.5"), float("  -2e3 "), float("1_0.5"), float("inf"), float("-Infinity"),
        float("nan"), float(".5"), float("5."), float(b"1.5"),
    ),
    lambda: (float(True), float(10**20), float(C(float=2.5)), float(IndexOnly()), float("1e400"), float("-0")),
    lambda: float(""),
    lambda: float("1,5"),
    lambda: float("abc"),
    lambda: float("1e"),
    lambda: float("0x10"),
    lambda: float(None),
    lambda: float([]),
    lambda: float(10**400),
    lambda: float(C(float="x")),
    lambda: float(1, 2),
    lambda: (
        bool(), bool(0), bool(1), bool(""), bool(" "), bool([]), bool([0]), bool(None), bool(0.0),
        bool(float("nan")), bool(C()),
    ),
    lambda: bool(1, 2),
    lambda: bool(x=1),
    lambda: (
        int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff", "little", signed=True),
        (258).to_bytes(2, "big"), (-1).to_bytes(2, "little", signed=True),
    ),
    lambda: (256).to_bytes(1, "big"),
    lambda: (-1).to_bytes(1, "big"),
    lambda: (
        float.fromhex("0x1.8p1"), (1.5).hex(), (0.75).as_integer_ratio(), (5).as_integer_ratio(),
        (2.0).is_integer(), (5).bit_count(), (5).bit_length(),
    ),
)
