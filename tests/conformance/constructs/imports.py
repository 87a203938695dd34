# import: forms, names that are bound, errors, modules as objects.
import math
import math as m
import os.path
import collections.abc as abc_module
from math import pi, sqrt as root
from collections import (
    OrderedDict,
    defaultdict as dd,
)
import asyncio, json

print(math is m, math.floor(2.5), os.path.join("a", "b"), abc_module.Iterable.__name__, round(pi, 3), root(16))
print(OrderedDict.__name__, dd(int)["x"], asyncio.__name__, json.dumps([1]))
print(math.__name__, type(math).__name__, repr(math).startswith("<module 'math'"), "math" in dir() if False else "pi" in dir(math))


def inside():
    import random
    from string import digits

    return digits, "random" in locals(), "random" in globals()


print(inside())


def tries(code):
    try:
        code()
    except ImportError as error:
        print(type(error).__name__, error, error.name)


def missing():
    import nothing_like_this


def missing_from():
    from nothing_like_this import x


def missing_sub():
    import nothing_like_this.sub.deeper


def missing_name():
    from math import nothing_there


def not_a_package():
    import math.pi


for each in (missing, missing_from, missing_sub, missing_name, not_a_package):
    tries(each)
try:
    import optional_module
except ModuleNotFoundError:
    optional_module = None
print(optional_module)
import sys

print("math" in sys.modules, sys.modules["math"] is math, sys.modules[__name__].__name__, __name__)
math.extra = 5
import math as again

print(again.extra)
del math
import math

print(math.extra)
exec_twice = []
for _ in range(2):
    import string

    exec_twice.append(id(string))
print(exec_twice[0] == exec_twice[1])
from math import *

print(floor(1.5), "sin" in globals(), "__name__" in globals())
print(__import__("math") is math, __import__("os.path").__name__)
