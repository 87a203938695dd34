# timeout and timeout_at: a limit of time for a block of code.
# Not for: wait_for, which uses them (asyncio/tasks.py).
from _asyncio import CancelledError, current_task, get_running_loop


class Timeout:
    def __init__(self, when):
        self._when = when
        self._state = "created"
        self._timer = None
        self._task = None

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._on_timeout)
            else:
                self._timer = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        shown = ""
        if self._state == "active":
            when = None if self._when is None else round(self._when, 3)
            shown = f" when={when}"
        return f"<Timeout [{self._state}]{shown}>"

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._requests_before = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "active":
            self._state = "finished"
        elif self._state == "expiring":
            self._state = "expired"
            # Only where nobody else asked the task to stop meanwhile is the cancellation ours to turn into a TimeoutError.
            if self._task.uncancel() <= self._requests_before and exc_type is not None:
                if issubclass(exc_type, CancelledError):
                    raise TimeoutError from exc_val
                _mark_as_timeout(exc_val)
                if isinstance(exc_val, ExceptionGroup):
                    for error in exc_val.exceptions:
                        _mark_as_timeout(error)
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None


def _mark_as_timeout(error):
    # An error that came of handling our cancellation came of the timeout.
    while error.__context__ is not None:
        if isinstance(error.__context__, CancelledError):
            mark = TimeoutError()
            mark.__context__ = mark.__cause__ = error.__context__
            error.__context__ = mark
            return
        error = error.__context__


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)
