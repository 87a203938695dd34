# concurrent.futures: futures of threads, and waiting for several.
# Not for: pools (thread.py); tasks, see asyncio.
import _thread
import sys
from collections import namedtuple
from threading import Condition, Event
from time import monotonic

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
TimeoutError = TimeoutError
DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")
_CANCELLED = ("CANCELLED", "CANCELLED_AND_NOTIFIED")
_DONE = (*_CANCELLED, "FINISHED")


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


for _type in (Error, CancelledError, InvalidStateError, BrokenExecutor, DoneAndNotDoneFutures):
    _type.__module__ = "concurrent.futures._base"


class Future:
    def __init__(self):
        self._condition = Condition()
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        state = "cancelled" if self._state in _CANCELLED else self._state.lower()
        text = f"<{type(self).__name__} at {id(self):#x} state={state}"
        if self._state == "FINISHED" and self._exception:
            text += f" raised {type(self._exception).__name__}"
        elif self._state == "FINISHED":
            text += f" returned {type(self._result).__name__}"
        return text + ">"

    __class_getitem__ = classmethod(type(list[int]))

    def cancel(self):
        with self._condition:
            if self._state in ("RUNNING", "FINISHED"):
                return False
            if self._state in _CANCELLED:
                return True
            self._state = "CANCELLED"
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        return self._state in _CANCELLED

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in _DONE

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _call_back(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            _thread.write_error(f"exception calling callback for {self!r}\n", error)

    def _wait_until_done(self, timeout):
        with self._condition:
            if self._state not in _DONE:
                self._condition.wait(timeout)
            if self._state in _CANCELLED:
                raise CancelledError()
            if self._state != "FINISHED":
                raise TimeoutError()

    def result(self, timeout=None):
        self._wait_until_done(timeout)
        if self._exception:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._wait_until_done(timeout)
        return self._exception

    # For executors.

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == "CANCELLED":
                self._state = "CANCELLED_AND_NOTIFIED"
                self._tell_waiters()
                return False
            if self._state == "PENDING":
                self._state = "RUNNING"
                return True
        sys.stderr.write(f"Future {id(self)} in unexpected state: {self._state}\n")
        raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _DONE:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = "FINISHED"
            self._tell_waiters()
            self._condition.notify_all()
        self._call_back()

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)


class _Waiter:
    # Of several futures: its event is set when enough of them are done.
    def __init__(self, pending, return_when):
        self.event = Event()
        self.finished = []
        self._pending = pending
        self._return_when = return_when

    def add(self, future):
        self.finished.append(future)
        self._pending -= 1
        failed = future._state == "FINISHED" and future._exception is not None
        if (not self._pending or self._return_when == FIRST_COMPLETED
                or failed and self._return_when == FIRST_EXCEPTION):
            self.event.set()


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    done = {f for f in fs if f.done()}
    not_done = fs - done
    if return_when == FIRST_COMPLETED and done or not not_done:
        return DoneAndNotDoneFutures(done, not_done)
    if return_when == FIRST_EXCEPTION and any(f for f in done if not f.cancelled() and f.exception() is not None):
        return DoneAndNotDoneFutures(done, not_done)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    waiter = _Waiter(len(not_done), return_when)
    for f in not_done:
        f._waiters.append(waiter)
    waiter.event.wait(timeout)
    for f in not_done:
        f._waiters.remove(waiter)
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + monotonic()
    # In the order in which they were given, each once.
    fs = list(dict.fromkeys(fs))
    finished = [f for f in fs if f.done()]
    pending = [f for f in fs if not f.done()]
    waiter = _Waiter(len(pending), FIRST_COMPLETED)
    for f in pending:
        f._waiters.append(waiter)
    try:
        yield from finished
        left = len(pending)
        while left:
            seconds = None if end is None else end - monotonic()
            if seconds is not None and seconds < 0:
                raise TimeoutError(f"{left} (of {len(fs)}) futures unfinished")
            waiter.event.wait(seconds)
            waiter.event.clear()
            news, waiter.finished = waiter.finished, []
            left -= len(news)
            yield from news
    finally:
        for f in pending:
            if waiter in f._waiters:
                f._waiters.remove(waiter)


def _result_or_cancel(future, timeout=None):
    try:
        return future.result(timeout)
    finally:
        future.cancel()


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        # All are submitted before the first result is asked for.
        def results():
            try:
                futures.reverse()
                while futures:
                    yield _result_or_cancel(futures.pop(), None if end is None else end - monotonic())
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


Executor.__module__ = Future.__module__ = "concurrent.futures._base"


def __getattr__(name):
    if name == "ThreadPoolExecutor":
        from concurrent.futures.thread import ThreadPoolExecutor
        return ThreadPoolExecutor
    if name == "ProcessPoolExecutor":
        raise NotImplementedError("ProcessPoolExecutor: processes are not in the playground yet; "
                                  "ThreadPoolExecutor is")
    raise AttributeError(f"module 'concurrent.futures' has no attribute {name!r}")
