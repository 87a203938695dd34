# Whole numbers of any size.
print(2**10, 2**64, 2**100, -(2**63), 10**20 // 3, 10**20 % 7, divmod(-7, 2), divmod(7, -2), -7 // 2, -7 % 3)
a = 123456789012345678901234567890
b = 987654321
print(a + b, a - b, a * b, a // b, a % b, a / b, -a // b, a**2, a > b, a == a + 0, a & b, a | b, a ^ b, ~a, a >> 10, a << 10)
print(0xFF, 0o17, 0b101, 1_000_000, bin(10), oct(64), hex(255), hex(-255), bin(0), int("ff", 16), int("0b11", 0), int(" 42\n"), int("-7"), int(3.9), int(-3.9))
print((255).bit_length(), (255).bit_count(), (10).as_integer_ratio(), (5).conjugate(), (3).real, (3).imag, int.from_bytes(b"\x01\x00", "little"))
total = 1
for n in range(1, 31):
    total *= n
print(total, len(str(total)), total.bit_length(), str(total)[::-1][:7])
print(2**0.5, 2**-1, 0**0, (-2) ** 3, pow(2, 10, 1000), pow(3, -1, 7), pow(2, 3), abs(-5), abs(-(10**30)))
print(1 << 70, (1 << 70) >> 68, -1 >> 100, 5 & -2, -5 | 3, 6 ^ -1, ~0, True + True, True * 5, False | True, True & 1)
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5), round(10**20 + 5, -1))
print(7 / 2, 6 / 3, 1 / 3, 10**30 / 10**29, 10**400 // 10**399, hash(2**61 - 1), hash(-1), hash(10**20))
print(1 == 1.0, 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > 1e308, max(1, 2.5, 10**3), min(3, 2, 1.5))
for bad in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: int("x"), lambda: int(""), lambda: int("1_"), lambda: 1 << -1,
            lambda: int(None), lambda: int("5", 99), lambda: 1 + "a", lambda: pow(2, 3, 0), lambda: 0**-1, lambda: int(float("nan")),
            lambda: int(float("inf")), lambda: str(10**5000), lambda: int("9" * 5000), lambda: -"a", lambda: 5(), lambda: 5[0]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__ + ":", error)
