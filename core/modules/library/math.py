# The functions of math that work on whole numbers of any size or on iterables; those of floats are native.
# Not for: importing natives, they stand in this module's names already.


def _whole(number):
    return range(number).stop


def gcd(*integers):
    result = 0
    for number in integers:
        number = abs(_whole(number))
        while number:
            result, number = number, result % number
    return result


def lcm(*integers):
    result = 1
    for number in integers:
        number = abs(_whole(number))
        if number == 0:
            return 0
        result = result // gcd(result, number) * number
    return result


def factorial(n, /):
    n = _whole(n)
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    if n > 2 ** 63 - 1:
        raise OverflowError(f"factorial() argument should not exceed {2 ** 63 - 1}")
    return _product(1, n)


def _product(low, high):
    # Halves of like size multiply faster than one number after the other.
    if high - low < 8:
        result = 1
        for number in range(low, high + 1):
            result *= number
        return result
    middle = (low + high) // 2
    return _product(low, middle) * _product(middle + 1, high)


def isqrt(n, /):
    n = _whole(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n == 0:
        return 0
    root = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (root + n // root) // 2
        if better >= root:
            return root
        root = better


def comb(n, k, /):
    n, k = _whole(n), _whole(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    result = 1
    for i in range(1, k + 1):
        result = result * (n - k + i) // i
    return result


def perm(n, k=None, /):
    n = _whole(n)
    k = n if k is None else _whole(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    return 0 if k > n else _product(n - k + 1, n)


def prod(iterable, /, *, start=1):
    for number in iterable:
        start = start * number
    return start


def fsum(seq, /):
    # Shewchuk: the partial sums do not overlap, so that nothing is lost.
    partials = []
    special = infinities = 0.0
    for x in seq:
        x = _real(x)
        if x - x != 0:
            special += x
            infinities += x if x == x else 0.0
            continue
        kept = 0
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                partials[kept] = low
                kept += 1
            x = high
        if x - x != 0:
            raise OverflowError("intermediate overflow in fsum")
        partials[kept:] = [x]
    if special != 0:
        if infinities != infinities:
            raise ValueError("-inf + inf in fsum")
        return special
    total = 0.0
    while partials:
        x = partials.pop()
        high = total + x
        low = x - (high - total)
        total = high
        if low:
            # Half a unit exactly: the next partial says which way to round.
            if partials and (low > 0) == (partials[-1] > 0):
                doubled = low * 2.0
                if (total + doubled) - total == doubled:
                    total += doubled
            break
    return total


def dist(p, q, /):
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*[_real(a) - _real(b) for a, b in zip(p, q)])


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _real(a), _real(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(b - a)
    return difference <= abs(rel_tol * b) or difference <= abs(rel_tol * a) or difference <= abs_tol


def sumprod(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    return sum([a * b for a, b in zip(p, q)])
