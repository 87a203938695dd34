# except*: what the clauses raise is put together with what nobody handled.
import sys


def show(error, depth=0):
    pad = "  " * depth
    if isinstance(error, BaseExceptionGroup):
        print(f"{pad}{type(error).__name__}({error.message!r})")
        for each in error.exceptions:
            show(each, depth + 1)
    else:
        print(f"{pad}{error!r} context {error.__context__!r}")


def group():
    return ExceptionGroup("g", [ValueError("v"), TypeError("t"), ExceptionGroup("n", [ValueError("w"), OSError("o")])])


def catch(work):
    print(work.__name__)
    try:
        work()
    except BaseException as e:
        show(e, 1)
        print("  context", repr(e.__context__), "cause", repr(e.__cause__), e.__suppress_context__)
        return e
    print("  nothing raised")


def bare_raise_of_all():
    try:
        raise group()
    except* Exception:
        raise


def bare_raise_of_a_part():
    try:
        raise group()
    except* ValueError:
        raise


def raise_the_part_by_name():
    try:
        raise group()
    except* ValueError as e:
        raise e


def new_exception():
    try:
        raise group()
    except* ValueError:
        raise KeyError("new")


def new_exception_nothing_left():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e:
        raise KeyError("new") from e


def two_new_ones():
    try:
        raise group()
    except* ValueError:
        raise KeyError("first")
    except* TypeError:
        raise IndexError("second")


def new_and_bare():
    try:
        raise group()
    except* ValueError:
        raise
    except* TypeError:
        raise IndexError("second")


def naked_bare():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise


def naked_named():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        raise e


def naked_unhandled():
    try:
        raise ValueError("naked")
    except* TypeError:
        pass


def from_none():
    try:
        raise group()
    except* (ValueError, OSError):
        raise RuntimeError("quiet") from None


def in_finally():
    try:
        try:
            raise group()
        except* ValueError:
            pass
        finally:
            raise RuntimeError("finally wins")
    except* RuntimeError as e:
        print("  handled", e.exceptions[0].__context__)


for each in (
    bare_raise_of_all,
    bare_raise_of_a_part,
    raise_the_part_by_name,
    new_exception,
    new_exception_nothing_left,
    two_new_ones,
    new_and_bare,
    naked_bare,
    naked_named,
    naked_unhandled,
    from_none,
    in_finally,
):
    catch(each)

# What is being handled in a clause, and after.
original = group()
try:
    raise original
except* ValueError as e:
    print(sys.exception() is e, e is original, e.__traceback__ is original.__traceback__)
    try:
        raise LookupError
    except LookupError as inner:
        print(repr(inner.__context__))
    print(sys.exception() is e)
except* Exception as e:
    print(sys.exception() is e, repr(e))
print(sys.exception())
try:
    e
except NameError as error:
    print(error)

# The part raised again keeps the group's identity of frames, the new one begins anew.
part = catch(bare_raise_of_a_part)
print(part.__traceback__.tb_next.tb_lineno - bare_raise_of_a_part.__code__.co_firstlineno)
both = catch(new_and_bare)
print(both.__traceback__.tb_next is None, both.exceptions[1].__traceback__ is not None)
