# How floats are made: mantissa and exponent, neighbours.
import math

for x in (0.0, -0.0, 1.0, 0.5, -3.25, 8, 1e300, 5e-324, math.inf, True):
    print(x, math.frexp(x), math.ulp(x), math.nextafter(x, math.inf), math.nextafter(x, -1))
print(math.frexp(math.nan), math.ldexp(0.5, 3), math.ldexp(1, -1074), math.ldexp(1.0, -2000), math.ldexp(0.0, 10**30))
for bad in (lambda: math.ldexp(1.0, 2000), lambda: math.ldexp(1.0, 1.5), lambda: math.frexp("a"), lambda: math.ldexp(1, 10**30)):
    try:
        print(bad())
    except (OverflowError, TypeError) as error:
        print(type(error).__name__, error)
