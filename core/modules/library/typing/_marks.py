# What only a type checker looks at, and what it is given to look at.
# Not for: hints.
def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def overload(func):
    def refused(*args, **keywords):
        raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                                  "outside a stub module should always be followed by an implementation that is not "
                                  "@overload-ed.")

    return refused


def _marked(name):
    def mark(arg):
        try:
            setattr(arg, name, True)
        except (AttributeError, TypeError):
            pass
        return arg

    return mark


final, override, no_type_check = _marked("__final__"), _marked("__override__"), _marked("__no_type_check__")


def dataclass_transform(**options):
    return lambda cls: cls
