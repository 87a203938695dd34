# threading: threads of the script and what they meet at, all made of _thread's lock. One runs at a time, until it
# blocks or has had its 5 ms. Not for: pools, see concurrent.futures; tasks, see asyncio.
import _thread
from _report import type_name as _type_name, warn as _warn
from _thread import lock as Lock
from collections import deque

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_alive = {}
_exit_callbacks = []
_number = 0


def get_ident():
    # As far apart as the stacks of Linux's threads.
    return 140000000000000 + _thread.current() * 8400896


get_native_id = get_ident


def _old(name, better):
    _warn(DeprecationWarning, f"{name}() is deprecated, {better} instead")


def _new_name(target=None):
    global _number
    _number += 1
    name = getattr(target, "__name__", None)
    return f"Thread-{_number}" if name is None else f"Thread-{_number} ({name})"


class Thread:
    _initialized = False
    _hidden = False  # in the trace

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._name = _new_name(target) if name is None else str(name)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._running = Lock()
        self._ended = False
        self._initialized = True

    def __repr__(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() was not called")
        state = "initial" if self._ident is None else "stopped" if self._ended else "started"
        if self._daemonic:
            state += " daemon"
        if self._ident is not None:
            state += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {state})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._ident is not None:
            raise RuntimeError("threads can only be started once")
        self._running.acquire()
        _thread.start_thread(self._bootstrap, self._name, self._hidden)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        _alive[self._ident] = self
        try:
            self.run()
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            self._ended = True
            del _alive[self._ident]
            self._running.release()

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._ident is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._running.acquire(True, -1 if timeout is None else max(timeout, 0)):
            self._running.release()

    def is_alive(self):
        return self._ident is not None and not self._ended

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def getName(self):
        _old("getName", "get the name attribute")
        return self._name

    def setName(self, name):
        _old("setName", "set the name attribute")
        self.name = name

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self.is_alive():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _old("isDaemon", "get the daemon attribute")
        return self._daemonic

    def setDaemon(self, daemonic):
        _old("setDaemon", "set the daemon attribute")
        self.daemon = daemonic


class _MainThread(Thread):
    def __init__(self):
        self._name = "MainThread"
        self._daemonic = False
        self._ident = get_ident()
        self._running = Lock()
        self._running.acquire()
        self._ended = False
        self._initialized = True
        _alive[self._ident] = self


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class ExceptHookArgs(tuple):
    __tp_name__ = "final _thread._ExceptHookArgs"
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    name = get_ident() if args.thread is None else args.thread.name
    _thread.write_error(f"Exception in thread {name}:\n", args.exc_value)


__excepthook__ = excepthook


def current_thread():
    return _alive[get_ident()]


def currentThread():
    _old("currentThread", "use current_thread()")
    return current_thread()


def main_thread():
    return _main_thread


def active_count():
    return len(_alive)


def activeCount():
    _old("activeCount", "use active_count()")
    return len(_alive)


def enumerate():
    return list(_alive.values())


class RLock:
    __tp_name__ = "_thread.RLock"

    def __init__(self):
        self._block = Lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        state = "locked" if self._block.locked() else "unlocked"
        return f"<{state} _thread.RLock object owner={self._owner or 0} count={self._count} at {id(self):#x}>"

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, t, v, tb):
        self.release()

    # For Condition: to let go of it wholly, and to have it back.

    def _release_save(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _is_owned(self):
        return self._owner == get_ident()


class Condition:
    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        whole = hasattr(self._lock, "_release_save")
        saved = self._lock._release_save() if whole else self._lock.release()
        woken = False
        try:
            woken = waiter.acquire() if timeout is None else waiter.acquire(timeout > 0, timeout if timeout > 0 else -1)
            return woken
        finally:
            if whole:
                self._lock._acquire_restore(saved)
            else:
                self._lock.acquire()
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        from time import monotonic
        end = None
        result = predicate()
        while not result:
            if timeout is None:
                self.wait()
            else:
                end = monotonic() + timeout if end is None else end
                left = end - monotonic()
                if left <= 0:
                    break
                self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while self._waiters and n > 0:
            self._waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _old("notifyAll", "use notify_all()")
        self.notify_all()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if not self._value and not blocking:
                return False
            if not self._cond.wait_for(lambda: self._value, timeout):
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._check(n)
            self._value += n
            self._cond.notify(n)

    def _check(self, n):
        pass

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        return super().__repr__()[:-1] + f"/{self._initial_value}>"

    def _check(self, n):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        state = "set" if self._flag else "unset"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {state}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        _old("isSet", "use is_set()")
        return self._flag

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    # Who comes last lets all go; nobody enters again before they have left. _state: 0 filling, 1 leaving, -1 resetting,
    # -2 broken.
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        place = f"{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}"
        if self.broken:
            return f"<{place}: broken>"
        return f"<{place}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._let_go()
                else:
                    self._stay(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _let_go(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _stay(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


class local:
    __tp_name__ = "open _thread._local"

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, "_spaces", {})
        object.__setattr__(self, "_made_with", (args, kwargs))
        return self

    def _space(self):
        spaces = object.__getattribute__(self, "_spaces")
        me = get_ident()
        if me not in spaces:
            spaces[me] = {}
            if type(self).__init__ is not object.__init__ and len(spaces) > 1:
                args, kwargs = object.__getattribute__(self, "_made_with")
                self.__init__(*args, **kwargs)
        return spaces[me]

    def __getattribute__(self, name):
        if name == "__dict__":
            return local._space(self)
        space = local._space(self)
        if name in space:
            return space[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        local._space(self)[name] = value

    def __delattr__(self, name):
        space = local._space(self)
        if name not in space:
            raise AttributeError(f"'{_type_name(self)}' object has no attribute '{name}'")
        del space[name]


def _register_atexit(function):
    _exit_callbacks.append(function)


def _shutdown():
    # The program has ended: pools are told so, and whoever is no daemon is waited for.
    while _exit_callbacks:
        _exit_callbacks.pop()()
    for thread in enumerate():
        if thread is not _main_thread and not thread.daemon:
            thread.join()


_main_thread = _MainThread()
