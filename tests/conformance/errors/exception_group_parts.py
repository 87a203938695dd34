# ExceptionGroup: making, split, subgroup, derive, notes.
def attempt(work):
    try:
        print(repr(work()))
    except Exception as e:
        print(type(e).__name__, e)


v, t, k = ValueError("v"), TypeError("t"), KeyError("k")
group = ExceptionGroup("top", [v, ExceptionGroup("in", (t, k))])
print(group, repr(group), group.message, group.exceptions, group.args)
print(ExceptionGroup.__mro__, isinstance(group, Exception))
print(ExceptionGroup("one", [v]), str(group.exceptions[1]))

for condition in (
    ValueError,
    LookupError,
    (ValueError, KeyError),
    Exception,
    OSError,
    ExceptionGroup,
    lambda e: isinstance(e, TypeError),
    lambda e: e is group,
    lambda e: "in" == getattr(e, "message", None),
):
    match, rest = group.split(condition)
    print(repr(match), "|", repr(rest), "|", match is group, rest is group, repr(group.subgroup(condition)))

for wrong in 5, "x", int, (ValueError, int), (), [ValueError]:
    attempt(lambda: group.split(wrong))
    attempt(lambda: group.subgroup(wrong))
attempt(lambda: group.split())
attempt(lambda: group.split(1, 2))
attempt(lambda: group.split(lambda e: 1 / 0))

# Making.
attempt(lambda: ExceptionGroup())
attempt(lambda: ExceptionGroup("x"))
attempt(lambda: ExceptionGroup("x", [v], 3))
attempt(lambda: ExceptionGroup(1, [v]))
attempt(lambda: ExceptionGroup("x", v))
attempt(lambda: ExceptionGroup("x", []))
attempt(lambda: ExceptionGroup("x", ()))
attempt(lambda: ExceptionGroup("x", [v, 5]))
attempt(lambda: ExceptionGroup("x", [v, ValueError]))
attempt(lambda: ExceptionGroup("x", [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup(message="x", exceptions=[v]))
attempt(lambda: BaseExceptionGroup("x", [v]))
attempt(lambda: BaseExceptionGroup("x", [v, KeyboardInterrupt()]))
attempt(lambda: group.derive([k]))
attempt(lambda: group.derive((k, SystemExit())))
attempt(lambda: group.derive([]))

items = [v]
copy = ExceptionGroup("c", items)
items.append(t)
print(len(copy.exceptions), copy.args)
try:
    group.exceptions = ()
except AttributeError as e:
    print(type(e).__name__)

# What the parts take over.
group.add_note("first")
group.__cause__ = OSError("cause")
try:
    raise group
except ExceptionGroup:
    pass
match, rest = group.split(KeyError)
for part in match, rest, match.exceptions[0]:
    print(part.__notes__ if hasattr(part, "__notes__") else "no notes", repr(part.__cause__), part.__traceback__ is group.__traceback__)
match.add_note("second")
print(match.__notes__, rest.__notes__, group.__notes__)
group.__notes__ = ["other"]
print(group.__notes__)


# Classes of one's own.
class Plain(ExceptionGroup):
    pass


class Coded(ExceptionGroup):
    def __new__(cls, errors, code):
        self = super().__new__(cls, f"code {code}", errors)
        self.code = code
        return self

    def derive(self, excs):
        print("derive", len(excs))
        return Coded(excs, self.code)


class Silly(ExceptionGroup):
    def derive(self, excs):
        return 5


class Kinds(ExceptionGroup, ValueError):
    pass


plain = Plain("p", [v, t])
print(type(plain.split(ValueError)[0]), type(plain.derive([v])), repr(plain), repr(plain.split(Plain)[0]))
coded = Coded([v, Coded([t, k], 2)], 1)
match, rest = coded.split(TypeError)
print(repr(match), match.code, repr(rest), rest.exceptions, rest.args)
print(repr(coded.subgroup(ValueError)))
attempt(lambda: Silly("s", [v, t]).split(ValueError))
print(repr(Kinds("k", [v])), isinstance(Kinds("k", [v]), ValueError))
try:

    class Conflict(ExceptionGroup, OSError):
        pass
except TypeError as e:
    print(e)
try:
    raise coded
except* ValueError as e:
    print("clause", type(e).__name__, e.code, e.exceptions)
except* (TypeError, KeyError) as e:
    print("clause", type(e).__name__, e.exceptions)
try:
    raise Silly("s", [v, t])
except TypeError as e:
    print("not here")
except ExceptionGroup as e:
    print("except takes a group, too:", repr(e))
try:
    try:
        raise Silly("s", [v, t])
    except* ValueError:
        pass
except TypeError as e:
    print(e, "|", repr(e.__context__))
