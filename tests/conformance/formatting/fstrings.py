# f-strings and format specs as tutorials use them.
name, n, x, big = "월드", 42, 3.14159, 1234567.891
print(f"{name} {n} {x}", f"{n:5d}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n:#x}|{n:b}|{n:o}|{n:e}|{n:c}|{n:,}")
print(f"{x:.2f} {x:8.3f}|{x:<8.1f}|{x:e} {x:g} {x:.0f} {x:+.1f} {x:010.2f} {x:%} {x:.1%} {big:,.2f} {big:_.1f} {big:.3g} {big:15,.0f}|")
print(f"{name:>6}|{name:<6}|{name:^6}|{name:*^8}|{name!r}|{name!a}|{'abc':.2}|{'abc':5.1}|{name!s:>5}|")
print(f"{n=} {x=:.2f} {name=!s} {n + 1 = } {name!r:>8}", f"{'nested ' + f'{n}'}", f"{{}} {{{n}}}", f"{n:{5}} {x:{8}.{2}f} {'x':{'*'}^{7}}")
print(f"{True} {None} {[1, 2]} {({'a': 1})} {1 if n else 2} {(lambda v: v * 2)(n)} {n!r} {True:d} {True:5} {1e10} {1e16} {10**20:,}")
print(f"{-5:05d} {-5:<5}| {5: d} {0.1 + 0.2} {1 / 3:.3} {100.0:g} {1e-7:g} {123456789.0:g} {0.00001:f} {1.0:.1e} {float('inf'):8} {float('nan'):.2f}")
print(format(255, "08b"), format(3.14159, ".3"), format("x", ">3"), format(True), format(12345.678, ",.1f"), format(0, ".2e"), format(-0.0, "z.1f"))
for i in range(8, 12):
    print(f"{i:2d} {i * i:4d} {i**3:5d}")
print(f"{'name':<10}|{'qty':>5}|{'price':>10}"); print(f"{'tea':<10}|{3:>5}|{4.5:>10.2f}")
for value, spec in ((5, "s"), (5, ".2d"), ("a", "d"), ("a", "=5"), (1.5, "d"), ([], "5"), (None, "5"), (5, "dd"), (5, ",x"), ("a", "+"), (-1, "c")):
    try:
        print(format(value, spec))
    except Exception as error:
        print(type(error).__name__ + ":", error)
