# What programs reach through asyncio's own modules: types in hints, functions by their long names.
import asyncio
import asyncio.events
from asyncio import base_events, coroutines, futures, tasks
from asyncio.coroutines import iscoroutinefunction
from asyncio.events import AbstractEventLoop, get_running_loop
from asyncio.queues import Queue, PriorityQueue


async def work(loop: asyncio.events.AbstractEventLoop) -> None:
    print(isinstance(loop, AbstractEventLoop), isinstance(loop, base_events.BaseEventLoop))
    print(loop is get_running_loop() is asyncio.events.get_running_loop())
    queue: Queue[int] = asyncio.queues.Queue(maxsize=1)
    await queue.put(1)
    print(queue, asyncio.locks.Lock is asyncio.Lock, asyncio.taskgroups.TaskGroup is asyncio.TaskGroup)
    print(tasks.current_task() is asyncio.current_task(), isinstance(asyncio.current_task(), tasks.Task))
    print(futures.isfuture(asyncio.current_task()), futures.Future is asyncio.Future)
    try:
        asyncio.exceptions.CancelledError is asyncio.CancelledError and asyncio.Lock().release()
    except RuntimeError as error:
        print(error)


print(iscoroutinefunction(work), coroutines.iscoroutine(work), asyncio.Queue[str], PriorityQueue[tuple[int, str]])
loop = asyncio.new_event_loop()
loop.run_until_complete(work(loop))
loop.close()
policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy))
