# except*: each clause takes its part of the group, the rest goes on; naked exceptions are wrapped.
def show(group, depth=0):
    pad = "  " * depth
    print(f"{pad}{type(group).__name__}({group.message!r})")
    for each in group.exceptions:
        if isinstance(each, BaseExceptionGroup):
            show(each, depth + 1)
        else:
            print(f"{pad}  {each!r}")


def run(make):
    try:
        try:
            print("body")
            make()
            print("body ends")
        except* ValueError as e:
            print("clause 1")
            show(e, 1)
        except* (TypeError, KeyError) as e:
            print("clause 2")
            show(e, 1)
        except* OSError:
            print("clause 3")
        else:
            print("else")
        finally:
            print("finally")
        print("after")
    except BaseException as e:
        print("went on:", repr(e))
        if isinstance(e, BaseExceptionGroup):
            show(e, 1)
    print("--")


def nothing():
    pass


def naked():
    raise KeyError("k")


def unhandled_naked():
    raise ZeroDivisionError("z")


def flat():
    raise ExceptionGroup("flat", [ValueError(1), TypeError(2), OSError(3), ValueError(4)])


def rest():
    raise ExceptionGroup("rest", [ValueError(1), IndexError(2), FileNotFoundError(3)])


def nested():
    raise ExceptionGroup(
        "outer",
        [
            ValueError(1),
            ExceptionGroup("inner", [TypeError(2), IndexError(3), ExceptionGroup("deep", [ValueError(4)])]),
            ExceptionGroup("other", [OSError(5)]),
        ],
    )


def none_of_it():
    raise ExceptionGroup("none", [IndexError(1), ZeroDivisionError(2)])


def base():
    raise BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(1)])


for each in nothing, naked, unhandled_naked, flat, rest, nested, none_of_it, base:
    print(each.__name__)
    run(each)
