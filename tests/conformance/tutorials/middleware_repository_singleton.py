import asyncio, logging, sys, traceback, warnings
from typing import Any, Awaitable, Callable, Dict, Generic, List, Optional, TypeVar, Union, Iterator
from abc import ABC, abstractmethod, ABCMeta
import abc, enum, types, copy
T = TypeVar("T"); E = TypeVar("E", bound=Exception)
class Maybe(Generic[T]):
    __slots__ = ("_v",)
    def __init__(self, v: Optional[T]): self._v = v
    def map(self, f: Callable[[T], Any]) -> "Maybe": return Maybe(None if self._v is None else f(self._v))
    def __repr__(self): return f"Maybe({self._v!r})"
class Repo(ABC, Generic[T]):
    @abstractmethod
    async def get(self, id: int) -> Optional[T]: ...
    @property
    @abstractmethod
    def name(self) -> str: ...
class MemRepo(Repo[str]):
    data: Dict[int, str] = {1: "one"}
    async def get(self, id): await asyncio.sleep(0); return self.data.get(id)
    @property
    def name(self): return "mem"
class Middleware(metaclass=ABCMeta):
    @abc.abstractmethod
    async def __call__(self, req: Dict[str, Any], nxt: Callable[..., Awaitable[Any]]) -> Any: raise NotImplementedError
class Log(Middleware):
    async def __call__(self, req, nxt):
        print("before", req); r = await nxt(req); print("after", r); return r
class Auth(Middleware):
    async def __call__(self, req, nxt):
        if "user" not in req: raise PermissionError("no user")
        return await nxt(req)
class App:
    def __init__(self, *mw): self.mw = list(mw)
    async def handle(self, req):
        async def final(r): return {"ok": True, **r}
        h = final
        for m in reversed(self.mw): h = types.MethodType(lambda self, r, m=m, n=h: m(r, n), self)
        return await h(req)
class Sing(type):
    inst: Dict[type, Any] = {}
    def __call__(cls, *a, **k):
        if cls not in cls.inst: cls.inst[cls] = super().__call__(*a, **k)
        return cls.inst[cls]
class Pool(metaclass=Sing):
    def __init__(self): print("pool made")
class Field:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t=None): return self if o is None else o.__dict__.get(self.name)
    def __set__(self, o, v):
        if not isinstance(v, int): raise TypeError(f"{self.name} must be int, got {type(v).__name__}")
        o.__dict__[self.name] = v
class M:
    a, b = Field(), Field()
async def main():
    print(Maybe(3).map(lambda x: x + 1), Maybe(None).map(str), Maybe[int](5))
    r = MemRepo(); print(await r.get(1), await r.get(2), r.name, isinstance(r, Repo))
    try: Repo()
    except TypeError as e: print(e)
    app = App(Log(), Auth())
    print(await app.handle({"user": "kim"}))
    try: await app.handle({})
    except PermissionError as e: print(repr(e)); print(traceback.format_exception_only(e)[0].strip())
    print(Pool() is Pool())
    m = M(); m.a = 1
    try: m.b = "x"
    except TypeError as e: print(e)
    print(m.a, m.b)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore"); warnings.warn("x")
    results = await asyncio.gather(r.get(1), asyncio.sleep(0.1, "s"), return_exceptions=True)
    print(results, types.SimpleNamespace(x=1, y=copy.copy([1])))
    print(type(main), isinstance(main, types.FunctionType), types.coroutine, sep="|") if False else None
asyncio.run(main())
