name, n, pi = "loop", 42, 3.14159265
print(f"{name!r} {name:>8}|{name:^8}|{name:*<8}| {n:05d} {n:x} {n:#b} {n:,} {pi:.2f} {pi:8.3f} {pi:e}")
print(f"{n=} {pi=:.3f} {name=!s} {n + 1 = }")
width = 10
print(f"{name:>{width}} {pi:{width}.{2}f}")
print(f"{{literal}} {'nested ' + f'{n}'} {[i for i in range(3)]} { {'a': 1}['a'] }")
print(f"{1234567.891:,.2f} {0.256:.1%} {-5:+d} {5:+d} {1e10:g} {True:d} {None} {10**20:,}")
print(f"""multi
{name}
line""" + 'x' f'{n}' "y")
print(f"{name.upper()} {len(name)} {n if n > 3 else 0} {(lambda x: x * 2)(4)}")
print("%s is %d years, %.1f %5s|%-5s| %%" % ("A", 3, 2.55, "ab", "cd"), "{} {1}".replace("{1}", "x"), "{0} {name:>4} {1!r}".format(1, "b", name="z"))
print(f"{'한글':>6}|{'a':^5}|", r"raw\n", b"bytes\x00", "tab\tend", '\u00e9')
