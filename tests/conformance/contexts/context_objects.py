# Context: a mapping of what is set, and a place for functions to run in.
from contextvars import Context, ContextVar, copy_context

def attempt(action):
    try:
        print("gave", action())
    except Exception as error:
        print(type(error).__name__, error)

a = ContextVar("a")
b = ContextVar("b", default="b's default")
print(len(copy_context()), list(copy_context()), a in copy_context())
a.set(1)
before = copy_context()
a.set(2)
after = copy_context()
print(before[a], after[a], a.get(), len(before))
print(before == after, before == copy_context(), after == copy_context(), after != before, after == {a: 2})
print(b in after, after.get(b), after.get(b, "none"), after.get(a), before.get(a, 9))
attempt(lambda: after[b])
attempt(lambda: after["a"])
attempt(lambda: "a" in after)
attempt(lambda: after.get("a"))
attempt(lambda: after.get())
attempt(lambda: hash(after))
attempt(lambda: Context(1))
attempt(lambda: Context(a=1))

print(dict(after) == {a: 2}, list(after.keys()) == [a], list(after.values()), list(after.items()) == [(a, 2)])
print([var.name for var in after], next(iter(after)) is a, next(after.keys()) is a)
print(Context(), repr(after))

def change(value, *, other=None):
    print("inside", a.get(), b.get())
    a.set(value)
    b.set(other)
    return a.get(), b.get()

print(before.run(change, 10, other=20))
print(before[a], before[b], a.get(), b.get(), len(before), len(after))
print(before.run(change, 11))
attempt(lambda: before.run(lambda: 1 / 0))
attempt(lambda: before.run(len))
attempt(lambda: before.run())
attempt(lambda: before.run(5))
empty = Context()
attempt(lambda: empty.run(a.get))
print(empty.run(a.set, 3).old_value, empty[a], len(empty))

# Not twice at once; one inside another, and back.
attempt(lambda: empty.run(empty.run, a.get))
attempt(lambda: empty.run(lambda: after.run(lambda: empty.run(a.get))))
print(empty.run(lambda: after.run(lambda: (a.set("inner"), a.get())[1])), after[a], empty[a])
print(empty.run(lambda: copy_context().run(a.get)))
print(empty.run(lambda: copy_context() == empty), empty.run(lambda: copy_context() is empty))

def nested(depth):
    if depth == 0:
        return a.get()
    a.set(depth)
    value = copy_context().run(nested, depth - 1)
    return value, a.get()

print(Context().run(nested, 4))
copied = empty.copy()
copied.run(a.set, "copied")
print(copied[a], empty[a], copied == empty, type(copied) is Context)

# What was iterated over stays as it was.
walk = iter(empty)
empty.run(b.set, 1)
print([var.name for var in walk], sorted(var.name for var in empty))

# A generator sees the context of whoever asks for its next value.
def values():
    while True:
        yield a.get()

source = values()
print(next(source), empty.run(next, source), next(source))

# Many variables, many contexts.
many = [ContextVar(f"v{n}") for n in range(200)]
contexts = []
for n, var in enumerate(many):
    var.set(n)
    contexts.append(copy_context())
print(len(copy_context()), [len(c) for c in contexts[::50]], sum(contexts[99].get(v, 0) for v in many))

class Slow:
    def __repr__(self):
        return "<slow>"

print(str(ContextVar("x", default=Slow())).startswith("<ContextVar name='x' default=<slow> at 0x"))
