# Operators and their precedence, on the builtin types.
print(2 + 3 * 4, (2 + 3) * 4, 2**3**2, -(2**2), (-2) ** 2, -2**2, 2**-1, 7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2)
print(1 | 2 & 3 ^ 4, 1 << 2 + 1, 5 & 3 == 1, not 1 == 2, -3 .__abs__() if False else abs(-3), ~5, ~-1, +True, -False)
print(1 + 2 << 3, 1 < 2 == True, 1 in [1] == True, "a" + "b" * 2, [1] * 2 + [3], not True or True, not (True or True))
print(1 if 0 else 2 if 0 else 3, lambda: 0 if 1 else 2) if False else print((lambda: 5 if 1 else 2)())
print(10 - 3 - 2, 100 / 5 / 2, 2 * 3 % 4, 5 - -3, 5 - +3, 5--3, 3 - ~2, 2 ** -2 ** 0)
print(True + True, True * 3, True / 2, True // 1, True & False, True | 2, True ^ True, 5 and True, True == 1, True is 1 if False else "")
print(1 / 2, 4 / 2, 1e3, 10 // 3.0, 10 % 3.5, 2**0.5, 0.1 + 0.2, 1e16 + 1, 5 // 0.3)
print("a" * 0, "ab" * -1, [1, 2] * 0, (1,) * 3, 3 * "x", 2 * [0], "a" "b" 'c', "%s" % 5 + "x", "%d-%d" % (1, 2) * 2)
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", [1, 2] < [1, 3], (1,) < (1, 0), [] < [0], {1} < {1, 2}, {1} <= {1}, {1, 2} > {1})
print(1 == 1.0, 1 == True, "1" == 1, [1] == (1,), {1: 2} == {1: 2.0}, None == 0, 0.0 == -0.0, float("nan") == float("nan"), 2**53 == 2.0**53, 2**53 + 1 == 2.0**53)
print(1 < 1.5 < 2, 10**30 > 1e29, 10**400 > 1e308, -(10**400) < float("-inf"), 3 != 3.0, "a" != b"a")
print({1, 2} | {3} == {1, 2, 3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3} == {1, 3}, {"a": 1} | {"b": 2} | {"a": 3})
print(3 in range(5), 5 not in [1], "b" in "abc", "" in "", b"a" in b"ba", 97 in b"a", "k" in {"k": 1}, 1 in {1: 2}.values(), (1, 2) in {1: 2}.items(), None in [None])
a = [1]
b = a
print(a is b, a is not [1], a == [1], None is None, () is () if False else "", id(a) == id(b))
for work in (
    lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (1,), lambda: "a" * 1.5, lambda: "a" - "b", lambda: {1} + {2}, lambda: 1 < "a",
    lambda: [1] < (1,), lambda: None < None, lambda: 5 in 5, lambda: 1 in "a", lambda: -"a", lambda: ~1.5, lambda: +[], lambda: 1 << -1,
    lambda: 1 << 1.0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0**-1, lambda: 0.0**-1,
    lambda: 2.0**5000, lambda: 1 @ 2, lambda: "a" % 5, lambda: "%d" % "a", lambda: {} | [], lambda: {1} | [2], lambda: 5 & 1.0,
    lambda: "a" & "b", lambda: [] - [], lambda: divmod(1, 0), lambda: None + 1, lambda: print + 1, lambda: int + 1, lambda: ... * 2,
):
    try:
        print(repr(work()))
    except Exception as e:
        print(type(e).__name__, e)
x = 5
print(x if x > 3 else -x, x > 3 and "big" or "small", x and not x, -x**2, 2 * -x, x ** -1)
print(0b1010 ^ 0x0F, 0o17 | 1, 1_000 // 7, 255 >> 4, 1 << 70, -1 >> 1, -256 >> 4, 5 & -2, -5 | 2, -5 ^ 3, ~(2**70))
print(7 .real, 1.5.is_integer(), (1).__add__(2), "x".__mul__(2), [1].__contains__(1), 5..__class__.__name__)
