# A message names the type of an object as the interpreter does: with its module where the type is built in, alone
# where it was written in Python.
import asyncio
import collections.abc
import contextvars
import datetime
import functools
import io
import itertools
import operator
import queue
import random
import re
import threading
import types


async def awaited(x):
    await x


async def entered(x):
    async with x:
        pass


async def iterated(x):
    async for _ in x:
        pass


def held(x):
    with x:
        pass


ATTEMPTS = [
    lambda x: x.missing,
    lambda x: x + 1.5,
    lambda x: 1.5 - x,
    lambda x: x < 1.5,
    lambda x: ~x,
    lambda x: "%d" % (x,),
    lambda x: int(x),
    lambda x: float(x),
    lambda x: "".join([x]),
    lambda x: "text" + x,
    lambda x: [] + x,
    lambda x: [1] * x,
    lambda x: "text"[x],
    lambda x: range(x),
    lambda x: round(x),
    lambda x: divmod(x, 1.5),
    lambda x: "text".replace(x, "text"),
    lambda x: next(x) if not hasattr(x, "__next__") else None,
    lambda x: x["a":] if not hasattr(x, "__getitem__") else None,
    lambda x: len(x) if not hasattr(x, "__len__") else None,
    lambda x: print(*x) if not isinstance(x, collections.abc.Iterable) else None,
    lambda x: dict(**x) if not hasattr(x, "keys") else None,
    lambda x: x(1) if not callable(x) else None,
]


async def main():
    _, group = next(itertools.groupby("aa"))
    variable = contextvars.ContextVar("variable")
    things = [
        asyncio.current_task(), collections.deque(), collections.OrderedDict(), collections.defaultdict(int), collections.Counter(),
        datetime.date(2024, 1, 2), datetime.time(1), datetime.timedelta(1), datetime.timezone.utc, datetime.date(2024, 1, 2).isocalendar(),
        functools.partial(print), re.compile("a"), re.match("a", "a"), itertools.count(), itertools.chain(), itertools.islice([], 1),
        group, itertools.tee([])[0], operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("a"),
        variable, contextvars.copy_context(), variable.set(1), threading.Lock(), threading.RLock(), threading.local(),
        queue.SimpleQueue(), queue.Queue(), random.Random(), io.StringIO(), io.BytesIO(), types.SimpleNamespace(),
        ..., NotImplemented, len, [].append, [].__len__, int.__add__, str.join,
    ]
    for thing in things:
        print("---", type(thing), type(thing).__name__, type(thing).__qualname__, type(thing).__module__)
        for attempt in ATTEMPTS:
            try:
                attempt(thing)
            except (TypeError, AttributeError, ValueError) as error:
                print(error)
        for attempt in (awaited, entered, iterated)[thing is asyncio.current_task():]:
            try:
                await attempt(thing)
            except (TypeError, RuntimeError) as error:
                print(error)
        try:
            if not hasattr(thing, "__enter__"):
                held(thing)
        except TypeError as error:
            print(error)


class Deque(collections.deque):
    pass


class Task(asyncio.Task):
    pass


for own in Deque(), Deque, Task, asyncio.Task, collections.OrderedDict, datetime.date, re.Pattern, types.SimpleNamespace:
    try:
        own.missing
    except AttributeError as error:
        print(error)
for wrong in (
    lambda: Deque() + [],
    lambda: collections.deque()["a"],
    lambda: datetime.timezone(datetime.date(2024, 1, 1)),
    lambda: datetime.timedelta(datetime.date(2024, 1, 1)),
    lambda: re.sub("a", lambda match: match, "a"),
    lambda: re.match("a", re.compile("a").search("a")),
    lambda: io.StringIO(re.compile("a")),
    lambda: io.BytesIO().write(collections.deque()),
    lambda: functools.partial(),
    lambda: operator.itemgetter(),
    lambda: {collections.deque(): 1},
    lambda: isinstance(1, collections.deque()),
    lambda: type(...)(1),
):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(type([].append), type("".join), type([].__len__), type(int.__add__), type(str.join), type(dict.fromkeys), type(len))
print(isinstance([].append, types.BuiltinMethodType), isinstance([].append, types.MethodType), [].append.__class__)
asyncio.run(main())
