# The virtual clock for CPython: time stands still while a program computes and jumps when it waits.
# Not for the event loop's part in it (virtual_loop.py).
#
# The rules, the same as the engine's: the clock is a whole number of microseconds since the start; what a program
# reads is (base + us) / 1e6, with the base 2024-01-01 UTC for time.time() and 1000 s for monotonic and perf_counter.
# A sleep of d seconds lasts round(d * 1e6). From the 1,001st read without a turn of the loop or a sleep in between
# on, each read costs 1 us, so that a program that spins on the clock ends.
import datetime
import heapq
import itertools
import threading
import time

EPOCH_US = 1_704_067_200 * 1_000_000
MONOTONIC_US = 1000 * 1_000_000
FREE_READS = 1000


class VirtualClock:
    """Owned by install(); worker threads of run_in_executor sleep side by side on it."""

    def __init__(self):
        self.lock = threading.RLock()
        self.us = 0
        self.reads = 0
        self.sleepers = []  # heap of (wake time, order of arrival, threading.Event)
        self.jobs = 0  # executor jobs whose result no loop has seen yet
        self.order = itertools.count()
        self._main_thread = threading.main_thread()

    def read(self):
        with self.lock:
            self.reads += 1
            self.us += self.reads > FREE_READS
            return self.us

    def end_turn(self):
        with self.lock:
            self.us += 1
            self.reads = 0

    def advance_to(self, us):
        """Moves on to `us` (never back) and wakes the sleepers that are due; says whether there were any."""
        with self.lock:
            self.reads = 0
            self.us = max(self.us, us)
            woke = False
            while self.sleepers and self.sleepers[0][0] <= self.us:
                heapq.heappop(self.sleepers)[2].set()
                woke = True
            return woke

    def sleep(self, seconds):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        wake = self.us + round(seconds * 1e6)
        if threading.current_thread() is self._main_thread or self.jobs == 0:
            self.advance_to(wake)
            return
        event = threading.Event()
        with self.lock:
            heapq.heappush(self.sleepers, (wake, next(self.order), event))
        event.wait()


def patch_time(clock):
    localtime, gmtime, strftime = time.localtime, time.gmtime, time.strftime
    ctime, asctime = time.ctime, time.asctime

    def now(seconds):
        return time.time() if seconds is None else seconds

    time.time = lambda: (EPOCH_US + clock.read()) / 1e6
    time.time_ns = lambda: (EPOCH_US + clock.read()) * 1000
    time.monotonic = time.perf_counter = lambda: (MONOTONIC_US + clock.read()) / 1e6
    time.monotonic_ns = time.perf_counter_ns = lambda: (MONOTONIC_US + clock.read()) * 1000
    time.sleep = clock.sleep
    time.localtime = lambda seconds=None: localtime(now(seconds))
    time.gmtime = lambda seconds=None: gmtime(now(seconds))
    time.strftime = lambda form, t=None: strftime(form, time.localtime() if t is None else t)
    time.ctime = lambda seconds=None: ctime(now(seconds))
    time.asctime = lambda t=None: asctime(time.localtime() if t is None else t)


def patch_datetime():
    real = datetime.datetime

    class VirtualDatetime(real):
        __slots__ = ()

        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(time.time(), tz)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(time.time())

        @classmethod
        def utcnow(cls):
            return cls.utcfromtimestamp(time.time())

    VirtualDatetime.__module__ = "datetime"
    VirtualDatetime.__name__ = VirtualDatetime.__qualname__ = "datetime"
    datetime.datetime = VirtualDatetime


def install():
    # These keep the real clock's functions that they took at import: they must be loaded before the patches.
    import concurrent.futures.thread  # noqa: F401
    import logging  # noqa: F401

    import virtual_loop

    clock = VirtualClock()
    real_sleep = time.sleep
    patch_time(clock)
    patch_datetime()
    virtual_loop.install(clock, MONOTONIC_US, real_sleep)
