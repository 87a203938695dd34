# LoopBound: what locks and queues share: the loop of the first task that had to wait is theirs.
# Not for: who is woken, and when.
import _asyncio
from _asyncio import get_running_loop

# What the trace says of who waits (core/trace/record.h, WaitKind).
LOCK, QUEUE = 4, 5


class LoopBound:
    _loop = None

    def _get_loop(self):
        loop = get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop

    def _make_waiter(self, kind):
        return _asyncio.make_waiter(self._get_loop(), kind)
