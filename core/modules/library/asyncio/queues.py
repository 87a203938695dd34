# Queue, PriorityQueue, LifoQueue, with join and shutdown; wake order and hops are CPython's
# (Lib/asyncio/queues.py). Not for: threads' queues.
from asyncio.exceptions import QueueEmpty, QueueFull, QueueShutDown
from asyncio.locks import Event
from asyncio.mixins import QUEUE, LoopBound


class _Fifo:
    # A list whose front is cut off now and then: both ends in O(1).
    def __init__(self):
        self._items = []
        self._taken = 0

    def __len__(self):
        return len(self._items) - self._taken

    def __iter__(self):
        return iter(self._items[self._taken:])

    def append(self, item):
        self._items.append(item)

    def popleft(self):
        items = self._items
        item = items[self._taken]
        items[self._taken] = None
        self._taken += 1
        if self._taken * 2 > len(items):
            del items[:self._taken]
            self._taken = 0
        return item


def _wake_next(waiters):
    # Those who are woken leave at once; those who were cancelled are passed over.
    while waiters:
        waiter = next(iter(waiters))
        del waiters[waiter]
        if not waiter.done():
            waiter.set_result(None)
            break


def _wake_all(waiters):
    for waiter in list(waiters):
        if not waiter.done():
            waiter.set_result(None)
    waiters.clear()


class Queue(LoopBound):
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = {}
        self._putters = {}
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)
        self._is_shutdown = False

    # What subclasses may replace.

    def _init(self, maxsize):
        self._queue = _Fifo()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    # Up to here.

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    __class_getitem__ = classmethod(type(list[int]))

    def _format(self):
        result = f"maxsize={self._maxsize!r}"
        if getattr(self, "_queue", None):
            result += f" _queue={list(self._queue)!r}"
        if self._getters:
            result += f" _getters[{len(self._getters)}]"
        if self._putters:
            result += f" _putters[{len(self._putters)}]"
        if self._unfinished_tasks:
            result += f" tasks={self._unfinished_tasks}"
        if self._is_shutdown:
            result += " shutdown"
        return result

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def _wait_among(self, waiters, could_go_on):
        waiter = self._make_waiter(QUEUE)
        waiters[waiter] = None
        try:
            await waiter
        except:
            waiter.cancel()
            waiters.pop(waiter, None)
            if could_go_on() and not waiter.cancelled():
                # It was woken and does not come: the next one's turn.
                _wake_next(waiters)
            raise

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_among(self._putters, lambda: not self.full())
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        _wake_next(self._getters)

    async def get(self):
        while self.empty():
            if self._is_shutdown and self.empty():
                raise QueueShutDown
            await self._wait_among(self._getters, lambda: not self.empty())
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        _wake_next(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        _wake_all(self._getters)
        _wake_all(self._putters)


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        # A binary heap, compared as CPython's heapq compares: with < alone, the new one on the left.
        heap = self._queue
        heap.append(item)
        _rise(heap, 0, len(heap) - 1)

    def _get(self):
        heap = self._queue
        last = heap.pop()
        if not heap:
            return last
        first = heap[0]
        heap[0] = last
        _sink(heap, 0)
        return first


def _rise(heap, top, place):
    item = heap[place]
    while place > top:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _sink(heap, place):
    # Down along the smaller children to a leaf, and up again from there: fewer comparisons, and the same
    # order of equal items as CPython's.
    end = len(heap)
    top = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, top, place)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
