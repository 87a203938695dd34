# str.format, format_map and the % operator.
class P:
    x = 5
    d = {"a": [1, 2]}
    def __repr__(self):
        return "P!"
print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("a", "b"), "{name}={value:.2f}".format(name="x", value=2), "{:>5}|{:<5}|{:^5}".format(1, 2, 3))
print("{0.x} {0.d[a]} {0.d[a][1]} {1[0]} {2[k]}".format(P(), [7], {"k": "v"}), "{!r} {!s} {!a} {0!r:>6}".format if False else "{!r} {!s:>4} {!a}".format("a", "b", "é"))
print("{:{}} {:{}.{}f}".format("a", 5, 3.14159, 8, 2), "{{}} {{{}}}".format(1), "{a}{b}".format(**{"a": 1, "b": 2}), "{} {}".format(*[1, 2]), "{:,} {:e} {:%}".format(10000, 1.5, 0.5), "{x} {y}".format_map({"x": 1, "y": P()}))
print("%d %s %r %5.2f|%-5d|%05d|%x|%o|%e|%g|%c%c|%%|%+d|% d" % (42, "a", "b", 3.14159, 7, 42, 255, 8, 12345.678, 0.0001, "x", 65, 5, 5))
print("%s" % [1, 2], "%s" % (("t",),), "%(a)s %(b)05d" % {"a": "x", "b": 7}, "%s %s" % ("a", P()), "%5s|%-5s|%.2s" % ("a", "b", "cde"), "%*d %.*f" % (5, 42, 2, 3.14159), "%s" % None, "%d" % 3.99, "%i%%" % 50, "%a" % "é")
print("%s is %d years and %.1f m" % ("Kim", 30, 1.754), "Total: %8.2f" % 1234.5, "%#x %#o %X" % (255, 8, 255), "%s" % P(), "%r" % [P()], "%d" % 10**20)
for bad in (lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: "{".format(1), lambda: "}".format(), lambda: "{0} {}".format(1, 2), lambda: "{:d}".format("a"), lambda: "{0.y}".format(P()), lambda: "{!z}".format(1),
            lambda: "%d" % "a", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%(a)s" % {}, lambda: "%y" % 1, lambda: "%d %d" % (1,), lambda: "%x" % 1.5, lambda: "%" % 1, lambda: "%c" % "ab", lambda: "%(a)s" % 5):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__ + ":", error)
