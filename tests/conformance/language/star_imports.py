# from ... import * brings what a module offers, also what it loads only when asked, and none of the modules that it uses.
from asyncio import *
from collections import *
from dataclasses import *
from enum import *
from itertools import *
from math import *
from random import *
from threading import Thread
from typing import *


@dataclass
class Job:
    name: str
    parts: List[int] = field(default_factory=list)


class Color(Enum):
    RED = auto()


async def main():
    queue = Queue()
    await queue.put(Job("first", [*islice(count(), 3)]))
    async with TaskGroup() as group:
        task = group.create_task(sleep(0.1, "slept"))
    async with Lock(), Semaphore(1):
        print(task.result(), await queue.get(), sorted(await gather(sleep(0, 2), sleep(0, 1))))
    for each in as_completed([sleep(0.2, "late"), sleep(0.1, "early")]):
        print(await each)
    print(await to_thread(sqrt, 16), Event, PriorityQueue, current_task() is not None)


run(main())
print(ChainMap({"a": 1}, {"b": 2}), deque([1]), Counter("aab"), Color.RED, Optional[int], pi)
for name in ("tasks", "locks", "queues", "events", "loops", "runners", "exceptions", "sys", "_thread", "abc"):
    print(name, name in globals())
