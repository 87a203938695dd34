"""A docstring of the module."""
# __name__, dir, vars, globals, locals; names with underscores; builtins that are shadowed.
print(__name__, __doc__, __builtins__ is not None)
_private = 1
__dunder__ = 2
print(sorted(n for n in globals() if "private" in n or n == "__dunder__"))
len = lambda x: "shadowed"
print(len("abc"))
del len
print(len("abc"))


def f(a, b=2):
    c = 3
    before = sorted(locals())
    d = 4
    return before, sorted(locals())


print(f(1))


def writes():
    x = 1
    locals()["x"] = 2
    return x


print(writes())
globals()["made"] = "by globals()"
print(made)


class A:
    x = 1
    names = sorted(n for n in locals() if not n.startswith("__"))

    def __init__(self):
        self.y = 2


print(A.names, vars(A())["y"], sorted(n for n in vars(A) if not n.startswith("__")), [n for n in dir(A()) if not n.startswith("__")])
print([n for n in dir([]) if n.startswith("in")], "append" in dir(list), sorted(dir())[:1] != [])
print(vars() is globals(), locals() is globals())
try:
    vars(5)
except TypeError as error:
    print(error)
print = print
print(callable(print), print.__name__, type(print).__name__)
True_ = True
print(True_ is True)
_ = 5
print(_)
print(f.__globals__ is globals(), f.__code__.co_name, f.__module__)
async_ = await_ = match = case = type_ = 1
print(match, case)
l = O = I = 1
print(l + O + I)
