# return, break and continue through finally, with and loops.
def overridden():
    try:
        return "try"
    finally:
        return "finally"


def kept():
    value = "before"
    try:
        return value
    finally:
        value = "after"
        print("finally runs")


def raised_away():
    try:
        1 / 0
    finally:
        return "error is gone"


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("never")
    return i


def break_in_finally():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            break
    return "broke out with", i


def continue_in_finally():
    seen = []
    for i in range(3):
        try:
            seen.append(i)
            if i == 1:
                return "never"
        finally:
            continue
    return seen


def nested():
    try:
        try:
            return "inner"
        finally:
            print("first")
    finally:
        print("second")


class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


def through_with():
    for i in range(3):
        with Manager("outer"), Manager(f"inner {i}"):
            if i == 0:
                continue
            if i == 1:
                return "returned"


def swallowed():
    with Manager("s", True):
        raise KeyError("x")
    return "after with"


def in_except():
    try:
        raise ValueError
    except ValueError as e:
        try:
            return "from except"
        finally:
            print("e still bound", repr(e))
    finally:
        print("outer finally")


def loop_else():
    for i in []:
        pass
    else:
        return "empty loop's else"


def while_else():
    n = 3
    while n:
        n -= 1
        if n == 5:
            break
    else:
        return "while's else", n


def generator():
    try:
        for i in range(3):
            yield i
    finally:
        print("generator closed")


def leaves_generator():
    for i in generator():
        if i == 1:
            return i


def no_value():
    return


def tuple_value(*args):
    return *args, "end"


for each in (
    overridden, kept, raised_away, loop, break_in_finally, continue_in_finally, nested, through_with, swallowed,
    in_except, loop_else, while_else, leaves_generator, no_value, tuple_value,
):
    print(each.__name__, "->", each())
print(tuple_value(*"ab"))
