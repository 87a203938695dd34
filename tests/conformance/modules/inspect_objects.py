import asyncio
import functools
import inspect
from typing import Optional


async def co():
    pass


async def agen():
    yield 1


def gen():
    yield 1


def plain(a, b: int, /, c=3, *args, d, e: Optional[str] = None, **kw) -> bool:
    """Plain.

        Indented.
    """


class C:
    def __init__(self, x, y=2):
        pass

    async def m(self, z):
        pass

    @staticmethod
    def s(q):
        pass

    @classmethod
    def c(cls, w):
        pass


c = co()
for name in ("iscoroutinefunction", "isasyncgenfunction", "isgeneratorfunction", "isfunction", "ismethod", "isclass", "isbuiltin", "isroutine", "ismodule"):
    check = getattr(inspect, name)
    print(name, [check(x) for x in (co, agen, gen, plain, C, C(1).m, C.m, len, [].append, inspect, functools.partial(co))])
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isasyncgen(agen()), inspect.isgenerator(gen()), inspect.isawaitable(3), asyncio.iscoroutinefunction(co))
print(inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))
for f in (plain, C, C(1).m, C.s, C.c, functools.partial(plain, 1), lambda: 0, co):
    print(inspect.signature(f))
sig = inspect.signature(plain)
print(repr(sig), list(sig.parameters), sig.parameters["e"], sig.parameters["b"].annotation, sig.parameters["c"].default, sig.parameters["d"].default is inspect.Parameter.empty, sig.return_annotation, sig.parameters["args"].kind, repr(sig.parameters["a"].kind))
bound = inspect.signature(lambda a, b=2, *c, d=4: 0).bind(1, d=5)
print(bound, bound.args, bound.kwargs)
bound.apply_defaults()
print(bound.arguments, bound)
for args, kw in (((), {}), ((1, 2, 3), {}), ((1,), {"z": 3}), ((1,), {"a": 3})):
    try:
        inspect.signature(lambda a, b=0: 0).bind(*args, **kw)
        print("fine")
    except TypeError as error:
        print(error)
print(inspect.getdoc(plain), inspect.cleandoc("  a\n    b\n"), inspect.unwrap(functools.wraps(plain)(lambda: 0)) is plain)
print([n for n, _ in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(C))
print(inspect.getfullargspec(lambda a, b=1, *c, d, **e: 0))
