# ThreadPoolExecutor: threads that take work from one queue. They are made when there is work and none of them is idle.
# Not for: futures (the package itself).
import threading
from concurrent.futures import BrokenExecutor, Executor, Future
from queue import Empty, SimpleQueue

# CPython takes the machine's processors and 4 more; ours has 8.
_DEFAULT_WORKERS = 12
_exiting = False
_pools = []
_pool_count = 0


class BrokenThreadPool(BrokenExecutor):
    pass


class _Job:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None
        else:
            self.future.set_result(result)


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        global _pool_count
        if max_workers is None:
            max_workers = _DEFAULT_WORKERS
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{_pool_count}"
            _pool_count += 1
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle = 0
        self._threads = []
        self._broken = False
        self._shutdown = False
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        if not _pools:
            threading._register_atexit(_end_pools)
        _pools.append(self)

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _exiting:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        self._work_queue.put(_Job(future, fn, args, kwargs))
        if self._idle:
            self._idle -= 1
        elif len(self._threads) < self._max_workers:
            thread = threading.Thread(target=self._work, name=f"{self._thread_name_prefix}_{len(self._threads)}")
            self._threads.append(thread)
            thread.start()
        return future

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException as error:
                threading._thread.write_error("Exception in initializer:\n", error)
                self._break()
                return
        while True:
            try:
                job = self._work_queue.get_nowait()
            except Empty:
                self._idle += 1
                job = self._work_queue.get()
            if job is None:
                # The others are to hear it, too.
                self._work_queue.put(None)
                return
            job.run()
            del job

    def _break(self):
        self._broken = "A thread initializer failed, the thread pool is not usable anymore"
        for job in self._take_jobs():
            job.future.set_exception(BrokenThreadPool(self._broken))

    def _take_jobs(self):
        jobs = []
        while not self._work_queue.empty():
            job = self._work_queue.get_nowait()
            if job is not None:
                jobs.append(job)
        return jobs

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if self in _pools:
            _pools.remove(self)
        if cancel_futures:
            for job in self._take_jobs():
                job.future.cancel()
        self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


def _end_pools():
    global _exiting
    _exiting = True
    for pool in list(_pools):
        pool._work_queue.put(None)
    for pool in list(_pools):
        for thread in pool._threads:
            thread.join()
