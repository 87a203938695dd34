# raise: classes, instances, causes, contexts.
def show(work):
    try:
        work()
    except BaseException as e:
        chain = []
        while e is not None:
            chain.append(f"{e!r} cause={e.__cause__!r} suppress={e.__suppress_context__}")
            e = e.__context__
        print(work.__name__, chain)


def by_class():
    raise ValueError


def by_instance():
    raise ValueError("text", 2)


def with_cause():
    raise ValueError("b") from KeyError("a")


def with_cause_class():
    raise ValueError from KeyError


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None


def context():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("shown")


def context_of_context():
    try:
        try:
            {}["k"]
        except KeyError:
            [][0]
    except IndexError:
        raise ValueError("third")


def again():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise e


def bare():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            {}["k"]
        except KeyError:
            pass
        raise


def bare_in_function():
    def helper():
        raise

    try:
        1 / 0
    except ZeroDivisionError:
        helper()


def nothing_active():
    raise


def in_finally():
    try:
        1 / 0
    finally:
        raise KeyError("finally")


def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        raise KeyError("else is not covered")


def not_an_exception():
    raise 5


def not_an_exception_class():
    raise int


def bad_cause():
    raise ValueError from 5


def instance_of_a_raising_class():
    class Bad(Exception):
        def __init__(self):
            raise TypeError("in init")

    raise Bad


def class_that_gives_something_else():
    class Odd(Exception):
        def __new__(cls):
            return 5

    raise Odd


def same_again():
    error = ValueError("one")
    try:
        raise error
    except ValueError:
        raise error


for each in (
    by_class, by_instance, with_cause, with_cause_class, from_none, context, context_of_context, again, bare,
    bare_in_function, nothing_active, in_finally, in_else, not_an_exception, not_an_exception_class, bad_cause,
    instance_of_a_raising_class, class_that_gives_something_else, same_again,
):
    show(each)


def order():
    def part(name, value):
        print(name)
        return value

    raise part("exception", ValueError(1)) from part("cause", KeyError(2))


show(order)
e = ValueError("x")
print(e.with_traceback(None) is e, e.args)
e.args = ("new", 3)
print(e, repr(e))
try:
    e.__cause__ = 5
except TypeError as error:
    print(error)
try:
    e.__traceback__ = 5
except TypeError as error:
    print(error)
