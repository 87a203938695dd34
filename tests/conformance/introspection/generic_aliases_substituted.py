# Hints with type variables that are given types later, and classes that can be subscripted.
import asyncio
import concurrent.futures
import contextlib
import functools
import queue
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K")
Pair = tuple[T, T]
Table = dict[K, list[T]]
Maybe = list[T] | dict[str, T] | None
Handler = Callable[[T], Awaitable[K]]
print(Pair[int], Table[str, float], Maybe[bytes], Table[str, T][int])
print(asyncio.Queue[Pair[T]][int], Handler[int, str])


def first(pair: Pair[int], table: Table[str, int]) -> Maybe[int]:
    return [pair[0]]


print(first.__annotations__)
for wrong in (lambda: list[int][str], lambda: Pair[int, str], lambda: Table[int], lambda: (int | str)[int]):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
for kind in (asyncio.Queue, asyncio.PriorityQueue, queue.Queue, concurrent.futures.Future, functools.partial,
             functools.cached_property, contextlib.AbstractContextManager, asyncio.Future, asyncio.Task):
    print(kind[int])


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value


class Mailbox(asyncio.Queue[T], Generic[T]):
    pass


print(Box[list[T]][int], Mailbox[int], Mailbox.__bases__, asyncio.Queue[int](2).maxsize)
