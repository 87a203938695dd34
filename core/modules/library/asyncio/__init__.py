# asyncio as scripts see it, gathered from its parts.
# Not for: the parts themselves; natives are in _asyncio.
from _asyncio import (
    CancelledError, Future, Handle, InvalidStateError, Task, TimerHandle, _get_running_loop, all_tasks, create_task,
    current_task, get_running_loop, iscoroutine, iscoroutinefunction, isfuture)
from asyncio.loops import (
    AbstractEventLoop, AbstractEventLoopPolicy, BaseEventLoop, DefaultEventLoopPolicy, SelectorEventLoop, get_event_loop,
    get_event_loop_policy, new_event_loop, set_event_loop, set_event_loop_policy)
from asyncio.runners import Runner, run
from asyncio.tasks import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ensure_future, gather, shield, sleep, wait, wait_for)
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.exceptions import (
    BrokenBarrierError, IncompleteReadError, LimitOverrunError, QueueEmpty, QueueFull, QueueShutDown,
    SendfileNotAvailableError)

TimeoutError = TimeoutError
EventLoop = SelectorEventLoop
_missing = {
    "streams": ("open_connection", "start_server", "open_unix_connection", "start_unix_server", "StreamReader",
                "StreamWriter", "StreamReaderProtocol", "streams"),
    "subprocesses": ("create_subprocess_exec", "create_subprocess_shell", "subprocess", "SubprocessProtocol",
                     "SubprocessTransport"),
    "protocols and transports": (
        "BaseProtocol", "Protocol", "BufferedProtocol", "DatagramProtocol", "BaseTransport", "ReadTransport",
        "WriteTransport", "Transport", "DatagramTransport", "AbstractServer", "Server", "protocols", "transports"),
}
# What many programs do without is loaded when it is first asked for.
_eager = ("create_eager_task_factory", "eager_task_factory")
_locks = ("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore")
_threads = ("run_coroutine_threadsafe", "to_thread", "wrap_future")
_queues = ("LifoQueue", "PriorityQueue", "Queue")
_parts = ("base_events", "coroutines", "events", "futures", "locks", "queues", "taskgroups", "threads")
__late__ = _eager + _locks + _threads + _queues + _parts + ("TaskGroup", "as_completed")


def __getattr__(name):
    if name in _locks:
        import asyncio.locks as home
    elif name in _queues:
        import asyncio.queues as home
    elif name == "TaskGroup":
        import asyncio.taskgroups as home
    elif name == "as_completed":
        import asyncio.completion as home
    elif name in _eager:
        import asyncio.factories as home
    elif name in _threads:
        import asyncio.threads as home
    elif name in _parts:
        return getattr(__import__(f"asyncio.{name}"), name)
    else:
        for what, names in _missing.items():
            if name in names:
                raise NotImplementedError(f"asyncio.{name}: {what} are not in the playground")
        raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
    value = getattr(home, name)
    globals()[name] = value
    return value
