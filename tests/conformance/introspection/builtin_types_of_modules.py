# Types that are built in stay as they are: their attributes cannot be set, nor those of most of their instances, and
# from some nothing can derive.
import asyncio
import collections
import datetime
import functools
import io
import itertools
import operator
import queue
import re
import threading
import types


class Day(datetime.date):
    pass


class Span(datetime.timedelta):
    pass


async def main():
    things = [
        asyncio.current_task(), asyncio.get_running_loop().create_future(), collections.deque(), collections.defaultdict(int),
        collections.OrderedDict(), functools.partial(print), re.compile("a"), re.match("a", "a"), itertools.count(), itertools.chain(),
        itertools.groupby(""), operator.itemgetter(1), threading.RLock(), threading.local(), queue.SimpleQueue(), io.StringIO(),
        types.SimpleNamespace(), types.MappingProxyType({}), datetime.timezone.utc, datetime.timedelta(1), datetime.date(2024, 1, 2),
        datetime.time(1), Day(2024, 1, 2), Span(2),
    ]
    for thing in things:
        print("---", type(thing))
        for name in "extra", "__len__":
            try:
                setattr(thing, name, 1)
                print(name, getattr(thing, name))
            except AttributeError as error:
                print(error)
        try:
            if not isinstance(thing, asyncio.Future):
                print(type(vars(thing)))
        except TypeError as error:
            print(error)
        try:
            type(thing).extra = 1
            print("set")
        except TypeError as error:
            print(error)
        try:
            class Derived(type(thing)):
                pass
            print([base.__name__ for base in Derived.__bases__])
        except TypeError as error:
            print(error)


asyncio.run(main())
for date in datetime.date(2024, 1, 2), Day(2024, 1, 2):
    try:
        date.year = 2025
    except AttributeError as error:
        print(error)
for span in datetime.timedelta(1), Span(1):
    try:
        span.days = 2
    except AttributeError as error:
        print(error)
try:
    1 .__class__ = 2
except TypeError as error:
    print(error)
