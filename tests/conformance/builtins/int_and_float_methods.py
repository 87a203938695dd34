# int and float: methods, attributes, text of special values.
def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        (5).bit_length(), (-5).bit_length(), (0).bit_length(), (255).bit_count(), (5).real, (5).imag,
        (5).numerator, (5).denominator, (5).conjugate(), (5).is_integer(), True.bit_length(),
        (10**30).bit_length(),
    ),
    lambda: (
        (1024).to_bytes(2), (1024).to_bytes(4, "little"), (5).to_bytes(), (-2).to_bytes(2, signed=True),
        int.from_bytes([1, 2]), int.from_bytes(b"\x00\x10", byteorder="big"), int.from_bytes(b""),
    ),
    lambda: (5).to_bytes(1, "middle"),
    lambda: (5).to_bytes(-1),
    lambda: (300).to_bytes(1),
    lambda: (
        (1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (-1.5).as_integer_ratio(), (1.5).real,
        (1.5).imag, (1.5).conjugate(), (1.5).hex(), (0.1).hex(), (-0.0).hex(), float.fromhex("-0x1.8p-1"),
        float.fromhex("inf"),
    ),
    lambda: float("inf").as_integer_ratio(),
    lambda: float("nan").as_integer_ratio(),
    lambda: float.fromhex("xyz"),
    lambda: (
        (1.5).__trunc__(), (1.5).__floor__(), (1.5).__ceil__(), (-1.5).__floor__(), (5).__floor__(),
        (1.5).__round__(), (7).__index__(), (1).__add__(1.5), (1.5).__add__(1), (1).__radd__(2), (2).__pow__(3),
        (2).__rpow__(3), (1).__eq__(1.0), (1.0).__eq__(1),
    ),
    lambda: (
        1.0, 1.5, 100.0, 1e15, 1e16, 1e17, 123456789012345680.0, 1e-4, 1e-5, 0.00012345, 1.1, 0.1 + 0.2, 1 / 3,
        2 / 3, 1e100, 1.7976931348623157e308, 5e-324, -0.0, 1e22, 1e23, 3.0e-10,
    ),
    lambda: (
        float("inf"), float("-inf"), float("nan"), float("inf") - float("inf"), float("inf") > 10**400,
        float("nan") != float("nan"), float("inf") == float("inf"), -float("nan"), 1e308 * 10,
        min(1, float("nan")),
    ),
    lambda: (
        10**15 + 0.3, 2**63, -(2**63), 2**64 - 1, 2**100, -(2**100), 10**50 // 7, 10**50 % 7, -(10**50) // 7,
        (10**20) * (10**20), (2**100) >> 90, (2**100) & (2**100 - 1), 3**50, 7**30 % 1000, (10**18) ** 2,
        10**30 == 1e30, int(1e30),
    ),
    lambda: (
        1_000 * 1_000, 0.1 * 3, 0.1 + 0.7, 4.35 * 100, 1.1 * 1.1, 1e16 + 1, 2.5 // 1, -2.5 // 1, 2.5 % 1,
        -2.5 % 1, 5 % -0.3, 1e20 % 3, 0.0 / 1, -1 % 3, -1 // 3, 1 // -3,
    ),
    lambda: 5 / 0,
    lambda: 5 // 0.0,
    lambda: 5 % 0,
    lambda: 0.0 ** -1,
    lambda: (-8) ** (1 / 3) if False else 8 ** (1 / 3),
    lambda: (2 ** 0.5, 2 ** -2, (-2) ** 3, (-2) ** -3, 0 ** 0, 0.0 ** 0, 1 ** 10**6, 10 ** -5, 4 ** 0.5),
    lambda: (1).nothing,
    lambda: (1.5).bit_length(),
    lambda: (1 << 10, 1 << 0, 255 >> 3, -1 << 3, -9 >> 2, 6 & 3, 6 | 3, 6 ^ 3, ~0, ~255, True << 2),
)
