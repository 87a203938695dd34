# close() and throw() where a generator waits for another one, or for what is no generator.
def outcome(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)


def swallows():
    try:
        yield 1
    except GeneratorExit:
        print("closing")


def after_swallowing():
    yield from swallows()
    print("never printed")


def stubborn():
    try:
        yield 1
    finally:
        yield 2


def hears():
    try:
        yield from stubborn()
    except RuntimeError as error:
        print("heard", error)
    yield 3


def of_a_list():
    print("got", (yield from [1, 2, 3]))
    yield "after"


def starts():
    yield 1


waiting = after_swallowing()
next(waiting)
waiting.close()
waiting = hears()
next(waiting)
outcome(lambda: waiting.throw(GeneratorExit))
outcome(lambda: next(waiting))
waiting = hears()
next(waiting)
outcome(lambda: waiting.close())
waiting = of_a_list()
next(waiting)
outcome(lambda: waiting.throw(StopIteration("value")))
outcome(lambda: next(waiting))
outcome(lambda: starts().throw(StopIteration(3)))
print([(lambda: 0).__qualname__ for _ in range(1)], next((lambda: 0).__qualname__ for _ in range(1)))


class Reason(Exception):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.code = 7

    def __str__(self):
        return f"code {self.code}"


def raised(error, cause):
    try:
        raise error from cause
    except Exception as caught:
        return repr(caught), str(caught.__cause__)


outcome(lambda: raised(ValueError(1), Reason))
outcome(lambda: raised(Reason, Reason))
outcome(lambda: raised(ValueError(1), int))
