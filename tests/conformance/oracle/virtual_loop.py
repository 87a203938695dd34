# CPython's event loop on the virtual clock: it never blocks, and each turn costs one microsecond.
# Not for what a program reads of the clock (virtual_clock.py).
#
# When nothing is ready the clock jumps to the next timer. Timers with equal deadlines fire in the order in which
# they were set. With nothing ready, no timer and no worker a real run would hang: a message, and exit status 97.
import asyncio
import heapq
import os
import selectors
import sys
from asyncio import events, unix_events

HANGS = b"virtual clock: nothing is ready and no timer is set\n"
EXIT_HANGS = 97


class VirtualTimer(events.TimerHandle):
    __slots__ = ["_order"]

    def __lt__(self, other):
        return (self._when, self._order) < (other._when, other._order)


# repr() shows the class.
VirtualTimer.__name__ = VirtualTimer.__qualname__ = "TimerHandle"


def make_selector(clock, monotonic_us):
    class VirtualSelector(selectors.EpollSelector):
        loop = None

        def select(self, timeout=None):
            ready = super().select(0)
            if ready or (timeout is not None and timeout <= 0):
                return ready
            computing_polls = 0
            while True:
                if clock.jobs > len(clock.sleepers):  # a worker computes: that takes real time
                    ready = super().select(0.03)
                    if ready:
                        return ready
                    computing_polls += 1
                    somebody_waits = clock.sleepers or self.loop._scheduled
                    if computing_polls < (2 if somebody_waits else 400):
                        continue
                due = self._next_event()
                if due is None:
                    if clock.jobs or len(self.get_map()) > 1:
                        return super().select(0.05)
                    sys.stdout.flush()
                    os.write(2, HANGS)
                    os._exit(EXIT_HANGS)
                if not clock.advance_to(max(due, clock.us)):
                    return super().select(0)
                computing_polls = 0
                for _ in range(50):  # the woken worker ends or sleeps again
                    ready = super().select(0.002)
                    if ready:
                        return ready
                    if clock.jobs <= len(clock.sleepers):
                        break

        def _next_event(self):
            times = []
            if self.loop._scheduled:
                times.append(round(self.loop._scheduled[0]._when * 1e6) - monotonic_us)
            if clock.sleepers:
                times.append(clock.sleepers[0][0])
            return min(times, default=None)

    return VirtualSelector()


def install(clock, monotonic_us, real_sleep):
    class VirtualLoop(unix_events._UnixSelectorEventLoop):
        def __init__(self):
            selector = make_selector(clock, monotonic_us)
            selector.loop = self
            super().__init__(selector)

        def time(self):  # does not count as a read of the clock
            return (monotonic_us + clock.us) / 1e6

        def _run_once(self):
            super()._run_once()
            clock.end_turn()

        def call_at(self, when, callback, *args, context=None):
            if when is None:
                raise TypeError("when cannot be None")
            self._check_closed()
            if self._debug:
                self._check_thread()
                self._check_callback(callback, "call_at")
            timer = VirtualTimer(round(when * 1e6) / 1e6, callback, args, self, context)
            timer._order = next(clock.order)
            if timer._source_traceback:
                del timer._source_traceback[-1]
            heapq.heappush(self._scheduled, timer)
            timer._scheduled = True
            return timer

        def run_in_executor(self, executor, func, *args):
            clock.jobs += 1
            try:
                future = super().run_in_executor(executor, func, *args)
            except BaseException:
                clock.jobs -= 1
                raise
            future.add_done_callback(self._job_seen)
            return future

        def _job_seen(self, _):
            clock.jobs -= 1

        async def shutdown_default_executor(self, *arguments):
            while clock.sleepers:  # workers that nobody waits for end first
                clock.advance_to(clock.sleepers[0][0])
                real_sleep(0.01)
            clock.jobs += 1  # the joining thread is real work
            try:
                return await super().shutdown_default_executor(*arguments)
            finally:
                clock.jobs -= 1

    VirtualLoop.__name__ = VirtualLoop.__qualname__ = "_UnixSelectorEventLoop"
    VirtualLoop.__module__ = "asyncio.unix_events"

    class VirtualPolicy(unix_events._UnixDefaultEventLoopPolicy):
        _loop_factory = VirtualLoop

    asyncio.set_event_loop_policy(VirtualPolicy())
