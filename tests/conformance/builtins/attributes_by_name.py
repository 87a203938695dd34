# getattr, setattr, delattr, hasattr, dir, vars.
class A:
    kind = "class"

    def __init__(self):
        self.own = 1

    @property
    def fails(self):
        raise ValueError("in property")

    @property
    def missing(self):
        raise AttributeError("on purpose")


class G:
    def __getattr__(self, name):
        if name == "no":
            raise AttributeError(name)
        return name * 2


class S:
    __slots__ = ["x"]


a = A()


def show(*works):
    for work in works:
        try:
            print(repr(work()))
        except Exception as error:
            print(type(error).__name__, error)


show(
    lambda: (
        getattr(a, "own"), getattr(a, "kind"), getattr(a, "zzz", "default"), getattr(a, "missing", 5),
        getattr(G(), "ab"), getattr(G(), "no", None), getattr("x", "upper")(),
    ),
    lambda: getattr(a, "zzz"),
    lambda: getattr(a, "fails", 5),
    lambda: getattr(a, 5),
    lambda: getattr(a),
    lambda: getattr(None, "x"),
    lambda: getattr(A, "zzz"),
    lambda: (
        hasattr(a, "own"), hasattr(a, "zzz"), hasattr(a, "missing"), hasattr(5, "real"), hasattr(G(), "any"),
        hasattr(S(), "x"),
    ),
    lambda: hasattr(a, "fails"),
    lambda: hasattr(a, 5),
    lambda: hasattr(a),
    lambda: (setattr(a, "new", 5), a.new, vars(a)),
    lambda: (setattr(A, "shared", 6), a.shared),
    lambda: setattr(5, "x", 1),
    lambda: setattr(S(), "y", 1),
    lambda: setattr(a, "fails", 1),
    lambda: setattr(a, 1, 2),
    lambda: setattr(a, "x"),
    lambda: (delattr(a, "new"), hasattr(a, "new")),
    lambda: delattr(a, "new"),
    lambda: delattr(a, "kind"),
    lambda: delattr(a),
    lambda: vars(S()),
    lambda: vars(5),
    lambda: (vars(A)["kind"], "own" in vars(A)),
    lambda: [n for n in dir(a) if not n.startswith("_")],
    lambda: [n for n in dir("") if n.startswith("is")],
    lambda: [n for n in dir([]) if not n.startswith("_")],
    lambda: [n for n in dir({}) if not n.startswith("_")],
    lambda: [n for n in dir(set()) if not n.startswith("_")],
    lambda: [n for n in dir(()) if not n.startswith("_")],
    lambda: [n for n in dir(1) if not n.startswith("_")],
    lambda: [n for n in dir(1.0) if not n.startswith("_")],
    lambda: [n for n in dir("") if not n.startswith("_")],
    lambda: (
        [n for n in dir(range(1)) if not n.startswith("_")],
        [n for n in dir(slice(1)) if not n.startswith("_")],
    ),
)
