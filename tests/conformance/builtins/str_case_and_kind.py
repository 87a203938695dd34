# str: upper, lower, title, capitalize, swapcase, casefold and the is... methods.
def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: [f("hELLO wörld ß it's ǅ") for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)],
    lambda: ["".upper(), "ﬁ".upper(), "İ".lower(), "Σ".lower(), "ΑΣ".lower(), "ΑΣ Σ".lower(), "ŉ".upper(), "ẞ".lower(), "ß".title(), "x1y a_b".title()],
    lambda: [[getattr(s, "is" + k)() for k in ("alnum", "alpha", "ascii", "decimal", "digit", "identifier", "lower", "numeric", "printable", "space", "title", "upper")] for s in ("", "a", "A", "1", "a1", " ", "\t\n", "Ab", "aB", "é", "½", "²", "٣", "가", "_x", "1x", "Title Case", "not Title", "A1", "\x00", "\xa0", "😀", "ǅ", "class")],
    lambda: "a".upper(1),
    lambda: "a".isalpha(1),
    lambda: "ab".capitalize().swapcase().lower().upper(),
)
