import asyncio
class A:
    """Doc."""
class B(A): pass
print(A.__doc__, B.__doc__, A().__doc__, B().__doc__)
def f(): pass
print(f.__doc__, asyncio.__name__)
import typing, types
print(typing.Callable[[int], typing.Awaitable[None]], typing.Optional[typing.Callable], typing.Union[str, typing.List[int], None])
from typing import *
class Req(TypedDict):
    a: Required[int]
    b: NotRequired[str]
print(Req.__required_keys__, Req.__optional_keys__, Req(a=1))
Vec = List[float]
Handler = Callable[[str], Awaitable[None]]
print(Vec, Handler, Dict[str, Handler])
