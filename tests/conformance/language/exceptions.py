class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code

def risky(n):
    if n == 0:
        raise AppError(404, "not found")
    if n == 1:
        return [][5]
    if n == 2:
        return {}["k"]
    if n == 3:
        return int("x")
    if n == 4:
        return 1 / 0
    if n == 5:
        return None.x
    if n == 6:
        return "a" + 1
    return n

for n in range(8):
    try:
        r = risky(n)
    except AppError as e:
        print("app", e.code, e, e.args)
    except (IndexError, KeyError) as e:
        print("lookup", type(e).__name__, e)
    except Exception as e:
        print(type(e).__name__, "|", e)
    else:
        print("ok", r)
    finally:
        print("finally", n)

def f():
    try:
        return "try"
    finally:
        print("cleanup")

def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("fin", i)
    return "g"

print(f(), g())
try:
    try:
        raise ValueError("first")
    except ValueError as e:
        raise KeyError("second") from e
except KeyError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name
except NameError as e:
    print(e, type(e.__context__).__name__)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise "text"
except TypeError as e:
    print(e)
try:
    assert 1 == 2, "numbers"
except AssertionError as e:
    print("assert", e)
try:
    e
except NameError as error:
    print(error)
try:
    a, b = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    a, b, *c = [1]
except ValueError as e:
    print(e)
