# except: which clause, tuples, order, the name after it, nested handlers.
import sys


def which(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return "tuple", repr(e)
    except LookupError:
        return "lookup"
    except ArithmeticError as e:
        return "arithmetic", e.args
    except Exception:
        return "exception"
    except:
        return "anything"


for error in (KeyError("k"), IndexError(), LookupError(), ZeroDivisionError("z"), OverflowError, ValueError, KeyboardInterrupt, GeneratorExit()):
    print(which(error))


def clauses_are_asked_in_order():
    def kind(name, result):
        print("asked", name)
        return result

    try:
        raise ValueError
    except kind("first", KeyError):
        pass
    except kind("second", (TypeError, OSError, ValueError)):
        print("caught")
    except kind("third", Exception):
        pass


clauses_are_asked_in_order()
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        e = "rebound"
    try:
        e
    except NameError as error:
        print(error)
finally:
    print(sys.exception())
e = "global"
try:
    raise KeyError("k")
except KeyError as e:
    pass
print("e" in globals())


def handlers_nest():
    try:
        raise ValueError("outer")
    except ValueError as a:
        try:
            raise KeyError("inner")
        except KeyError as b:
            print(repr(b.__context__), sys.exception() is b)
        print(sys.exception() is a)
    print(sys.exception())


handlers_nest()


def in_a_loop():
    for text in ("1", "x", "0"):
        try:
            n = 10 // int(text)
        except ValueError:
            print("not a number")
            continue
        except ZeroDivisionError:
            print("zero")
            break
        else:
            print("fine", n)
        finally:
            print("next")


in_a_loop()


class Meta(type):
    def __instancecheck__(cls, instance):
        print("instance check")
        return True

    def __subclasscheck__(cls, subclass):
        print("subclass check")
        return True


class Fake(Exception, metaclass=Meta):
    pass


try:
    raise ValueError("real")
except Fake:
    print("by the hook")
except ValueError:
    print("by the real class")

for wrong in (int, 5, "ValueError", (ValueError, 5), [ValueError], (TypeError, (KeyError, OSError))):
    try:
        try:
            raise KeyError
        except wrong:
            print("caught by", wrong)
    except TypeError as error:
        print(error, "|", repr(error.__context__))
try:
    try:
        pass
    except undefined_name:
        pass
    print("not asked")
except NameError:
    print("never")


def generator():
    try:
        yield 1
    except ValueError as e:
        yield repr(e)
        yield sys.exception() is None


g = generator()
try:
    raise KeyError("around")
except KeyError:
    print(next(g), g.throw(ValueError("thrown")), next(g), repr(sys.exception()))


def swallow_and_return():
    try:
        return 1 / 0
    except ZeroDivisionError:
        return "handled"
    else:
        return "no"
    finally:
        print("last")


print(swallow_and_return())
