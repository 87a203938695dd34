# Floats: text, rounding, comparison, special values.
for x in (0.1, 0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, 2.0, -0.0, 1e300 * 1e10, float("nan"), 5e-324, 1.7976931348623157e308, 100.0, 1e22, 1.5e-10):
    print(x, repr(x), str(x), -x)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5), round(1e20), round(1.25, 1), round(5.0, 3))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, 2), 2.0**3, 2**0.5, 1e3, 1.5 + 1, 3 * 0.1, 10 / 4)
print(float("1.5"), float(" -2e3 "), float("inf"), float("1_000.5"), float(3), int(2.9), float(10**20), (0.5).is_integer(), (4.0).is_integer())
print((0.75).as_integer_ratio(), (0.1).hex(), 1.0 == 1, 0.1 + 0.2 == 0.3, float("nan") == float("nan"), 1e400 > 10**300, 0.0 == -0.0)
print(sum([0.1] * 10), sum([1, 2.5, 3]), max(1.5, 2), min(0.1, -0.5), abs(-2.5), bool(0.0), bool(0.1), hash(1.0) == hash(1), hash(0.5))
print(sum(x * 0.1 for x in range(11)), sum([0.1, 0.2, 0.3]), sum(i / 10 for i in range(10)))
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: float("x"), lambda: float(""), lambda: float([]), lambda: 0.0**-1,
            lambda: 10.0**400, lambda: ~1.5, lambda: 1.5 + "a", lambda: float(10**400), lambda: round(1.5, "a"), lambda: 1.5 < "a"):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__ + ":", error)
