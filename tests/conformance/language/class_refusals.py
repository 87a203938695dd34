# What a class statement, a pattern and an except clause refuse.
def outcome(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Base:
    pass


def build(bases=(), **names):
    return type("Built", bases, names).__name__


outcome(lambda: build((Base, Base)))
outcome(lambda: build((int,), __slots__=("a",)))
outcome(lambda: build((int,), __slots__=()))
outcome(lambda: build((Base,), __slots__=("__dict__",)))
outcome(lambda: build((), __slots__=("not ok",)))
outcome(lambda: build((), __slots__=(1,)))
outcome(lambda: build((), __slots__=("a",), a=1))
outcome(lambda: build((), __slots__="한글"))


def wrong_keyword():
    class Inner(Base, tag=1):
        pass


def no_setter():
    class Inner:
        value = property(lambda self: 1)

    Inner().value = 2


outcome(wrong_keyword)
outcome(no_setter)


class Point:
    __match_args__ = ("x", "y")
    x, y = 1, 2


class Listed:
    __match_args__ = ["x"]


class Numbered:
    __match_args__ = ("x", 1)
    x = 1


class Twice:
    __match_args__ = ("x", "x")
    x = 1


def matched(subject):
    match subject:
        case Point(1, x=1):
            return "point"
        case Listed(1):
            return "listed"
        case Numbered(1, 1):
            return "numbered"
        case Twice(1, 1):
            return "twice"


outcome(lambda: matched(Point()))
outcome(lambda: matched(Listed()))
outcome(lambda: matched(Numbered()))
outcome(lambda: matched(Twice()))


def caught(kinds):
    try:
        raise KeyError("k")
    except kinds:
        return "caught"


outcome(lambda: caught((LookupError, ValueError)))
outcome(lambda: caught((KeyError, 5)))
outcome(lambda: caught(((KeyError,), ValueError)))
outcome(lambda: caught("KeyError"))
outcome(lambda: ExceptionGroup(None, [ValueError()]))
