# The last digit of a power is the same on every host (but for exact ties, where the C library rounds either way).
import math

print(10 ** -5, 10.0 ** -5, pow(10, -5), math.pow(10, -5))
for base in (0.1, 0.3, 0.9, 1.1, 1.05, 1.0001, 2.5, 3.0, 3.7, 7.0, 10.0, 12.34, 99.9, -1.5, -0.7):
    for first in (-30, -20, -10, 0, 10):
        print(base, first, *[base ** exponent for exponent in range(first, first + 10)])
print([10 ** exponent for exponent in range(-25, 0)])
print(1.0000001 ** 500, 0.5 ** 512, 2.0 ** -500, 1e9 ** 30, 1e-9 ** 30, 10.0 ** 308, 10.0 ** -308, 10.0 ** -320)
print(0.0 ** 0, (-0.0) ** 3, (-0.0) ** 2, math.inf ** -1, (-math.inf) ** 3, math.nan ** 0, 1.0 ** math.nan)
print(sum(1.03 ** year for year in range(50)), [round(1000 * 1.05 ** year, 2) for year in range(10)])
