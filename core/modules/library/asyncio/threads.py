# Where tasks and threads meet: work for a pool, and coroutines for a loop that another thread runs; order and hops are
# CPython's (Lib/asyncio/base_events.py, futures.py, threads.py, tasks.py). Not for: threads themselves.
import _asyncio
import concurrent.futures
import contextvars
import threading
from asyncio.loops import get_event_loop
from asyncio.tasks import ensure_future
from concurrent.futures.thread import ThreadPoolExecutor

# What the trace says of who waits (core/trace/record.h, WaitKind).
_THREAD = 6


def run_in_executor(loop, executor, func, args):
    if executor is None:
        if loop._executor_shutdown_called:
            raise RuntimeError("Executor shutdown has been called")
        executor = loop._default_executor
        if executor is None:
            executor = loop._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
    return wrap_future(executor.submit(func, *args), loop=loop)


async def shut_down_default_executor(loop, timeout):
    from asyncio.timeouts import timeout as time_limit
    future = _asyncio.make_waiter(loop, _THREAD)
    thread = threading.Thread(target=_do_shutdown, args=(loop, future))
    thread._hidden = True
    thread.start()
    try:
        async with time_limit(timeout):
            await future
    except TimeoutError:
        loop._default_executor.shutdown(wait=False)
    else:
        thread.join()


def _do_shutdown(loop, future):
    try:
        loop._default_executor.shutdown(wait=True)
        if not loop.is_closed():
            loop.call_soon_threadsafe(_set_unless_cancelled, future.set_result, future, None)
    except Exception as error:
        if not loop.is_closed() and not future.cancelled():
            loop.call_soon_threadsafe(_set_unless_cancelled, future.set_exception, future, error)


def _set_unless_cancelled(setter, future, outcome):
    if not future.cancelled():
        setter(outcome)


async def to_thread(func, /, *args, **kwargs):
    loop = _asyncio.get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(None, lambda: context.run(func, *args, **kwargs))


def _of_asyncio(error):
    if type(error) is concurrent.futures.CancelledError:
        return _asyncio.CancelledError(*error.args).with_traceback(error.__traceback__)
    if type(error) is concurrent.futures.InvalidStateError:
        return _asyncio.InvalidStateError(*error.args).with_traceback(error.__traceback__)
    return error


def _copy_to_task_side(source, future):
    if future.cancelled():
        return
    if source.cancelled():
        future.cancel()
    elif source.exception() is not None:
        future.set_exception(_of_asyncio(source.exception()))
    else:
        future.set_result(source.result())


def _copy_to_thread_side(source, future):
    if source.cancelled():
        future.cancel()
    if not future.set_running_or_notify_cancel():
        return
    error = source.exception()
    if error is not None:
        future.set_exception(_of_asyncio(error))
    else:
        future.set_result(source.result())


def wrap_future(future, *, loop=None):
    if _asyncio.isfuture(future):
        return future
    if not isinstance(future, concurrent.futures.Future):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    if loop is None:
        loop = get_event_loop()
    wrapper = _asyncio.make_waiter(loop, _THREAD)

    def _call_check_cancel(wrapper):
        if wrapper.cancelled():
            future.cancel()

    def _call_set_state(source):
        if not loop.is_closed():
            loop.call_soon_threadsafe(_copy_to_task_side, source, wrapper)

    wrapper.add_done_callback(_call_check_cancel)
    future.add_done_callback(_call_set_state)
    return wrapper


def run_coroutine_threadsafe(coro, loop):
    if not _asyncio.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent.futures.Future()

    def callback():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

        def _call_check_cancel(future):
            if future.cancelled():
                loop.call_soon_threadsafe(task.cancel)

        def _call_set_state(task):
            _copy_to_thread_side(task, future)

        future.add_done_callback(_call_check_cancel)
        task.add_done_callback(_call_set_state)

    loop.call_soon_threadsafe(callback)
    return future
