# as_completed: awaitables in the order in which they end (Lib/asyncio/tasks.py, _AsCompletedIterator).
# Not for: waiting for all of them (gather) or for some (wait).
from asyncio.loops import get_event_loop
from asyncio.queues import Queue
from asyncio.tasks import ensure_future


class _AsCompletedIterator:
    def __init__(self, aws, timeout):
        self._done = Queue()
        self._timer = None
        loop = get_event_loop()
        # In the order in which they were given: CPython's is that of a set.
        self._todo = dict.fromkeys([ensure_future(awaitable, loop=loop) for awaitable in dict.fromkeys(aws)])
        for future in self._todo:
            future.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)
        self._todo_left = len(self._todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)  # for _wait_for_one: the time is up
        self._todo.clear()

    def _handle_completion(self, future):
        if not self._todo:
            return
        del self._todo[future]
        self._done.put_nowait(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    if hasattr(type(fs), "__await__"):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)
