# except*: what may stand behind it, in which order it is asked.
def attempt(work):
    try:
        print(work.__name__, "gives", work())
    except BaseException as e:
        print(work.__name__, "raises", repr(e))


def group_type():
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        print("caught")


def group_in_tuple():
    try:
        raise ValueError(1)
    except* (OSError, BaseExceptionGroup):
        pass


def no_exception_type():
    try:
        raise ValueError(1)
    except* int:
        pass


def instance():
    try:
        raise ValueError(1)
    except* ValueError("x"):
        pass


def wrong_type_after_all_is_handled():
    try:
        raise ValueError(1)
    except* ValueError:
        print("handled")
    except* "no type":
        pass


def not_asked_without_exception():
    try:
        pass
    except* int:
        pass
    return "nothing"


def asked_in_order():
    def kind(name, result):
        print("asked", name)
        return result

    try:
        raise ExceptionGroup("g", [KeyError("a"), IndexError("b")])
    except* kind("first", ValueError):
        print("no")
    except* kind("second", LookupError) as e:
        print("yes", repr(e))
    except* kind("third", (TypeError, KeyError)):
        print("no")
    return "end"


def error_in_the_type():
    try:
        raise ExceptionGroup("g", [KeyError("a")])
    except* 1 / 0:
        pass


def error_in_a_later_type():
    try:
        raise ExceptionGroup("g", [KeyError("a"), OSError("b")])
    except* OSError:
        raise RuntimeError("lost")
    except* missing_name:
        pass


def base_exceptions():
    try:
        raise BaseExceptionGroup("g", [SystemExit(3), KeyError("a"), GeneratorExit()])
    except* (KeyError, GeneratorExit) as e:
        print(type(e).__name__, e.exceptions)
    except* SystemExit as e:
        print(type(e).__name__, e.exceptions[0].code)
    return "end"


def naked_base():
    try:
        raise KeyboardInterrupt("stop")
    except* KeyboardInterrupt as e:
        print(repr(e))
    return "end"


def loop_inside():
    found = []
    for n in range(4):
        try:
            if n % 2:
                raise ExceptionGroup("g", [ValueError(n)])
            if n == 2:
                continue
        except* ValueError as e:
            for each in e.exceptions:
                if each.args[0] == 3:
                    break
                found.append(each.args[0])
            else:
                found.append("else")
    return found


def returned_from_the_body():
    try:
        return "body"
    except* ValueError:
        pass
    finally:
        print("finally")


def function_inside():
    try:
        raise ValueError(7)
    except* ValueError as e:

        def get():
            return e.exceptions[0].args[0] * 2

        value = get()
    return value


for each in (
    group_type,
    group_in_tuple,
    no_exception_type,
    instance,
    wrong_type_after_all_is_handled,
    not_asked_without_exception,
    asked_in_order,
    error_in_the_type,
    error_in_a_later_type,
    base_exceptions,
    naked_base,
    loop_inside,
    returned_from_the_body,
    function_inside,
):
    attempt(each)
