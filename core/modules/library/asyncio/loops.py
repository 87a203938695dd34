# The event loop's methods that run the script, and which loop is the current one.
# Not for: scheduling, which is native (_asyncio.BaseEventLoop).
import _asyncio
import _thread
from _asyncio import BaseEventLoop, _get_running_loop, _run_until_complete_cb


def _log(level, text, error=None):
    # To the logger "asyncio" where the program has logging; False: it has not.
    logging = _asyncio.loaded_module("logging")
    if logging is None:
        return False
    getattr(logging.getLogger("asyncio"), level)("%s", text, exc_info=error)
    return True


class _Gate:
    def __await__(self):
        yield


async def _close(agen):
    try:
        await _Gate()
    except BaseException as error:
        await agen.athrow(error)
    else:
        await agen.aclose()


def _begun_closing(agen):
    # agen.aclose() as a coroutine that a task can run. It waits at its first line: a task that is cancelled before
    # its first step raises inside the generator then, as CPython's task of agen.aclose() does.
    closing = _close(agen)
    closing.send(None)
    return closing


class AbstractEventLoop(BaseEventLoop):
    __module__ = "asyncio.events"


_MISSING = {
    "signals": "add_signal_handler remove_signal_handler",
    "sockets": "create_connection create_server create_datagram_endpoint create_unix_connection create_unix_server "
               "connect_accepted_socket getaddrinfo getnameinfo sock_accept sock_connect sock_recv sock_recv_into "
               "sock_recvfrom sock_sendall sock_sendfile sock_sendto start_tls sendfile add_reader remove_reader "
               "add_writer remove_writer",
    "subprocesses": "subprocess_exec subprocess_shell connect_read_pipe connect_write_pipe",
}


class _UnixSelectorEventLoop(AbstractEventLoop):
    _default_executor = None
    _executor_shutdown_called = False

    def run_until_complete(self, future):
        self._check_runnable()
        made_here = not _asyncio.isfuture(future)
        if made_here:
            from asyncio.tasks import ensure_future
            future = ensure_future(future, loop=self)
        elif future.get_loop() is not self:
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return self._run_until_done(future, made_here)

    def _run_hidden(self, coroutine):
        # asyncio.run's own clean-up: a task like any other, but for the trace.
        self._hide_tasks(True)
        try:
            task = self.create_task(coroutine)
        finally:
            self._hide_tasks(False)
        return self._run_until_done(task, True)

    def _run_until_done(self, future, made_here):
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if made_here and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _check_runnable(self):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def _asyncgen_finalizer_hook(self, agen):
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, _begun_closing(agen))

    async def shutdown_asyncgens(self):
        closing = self._take_async_generators()
        if not closing:
            return
        from asyncio.tasks import gather
        results = await gather(*[_begun_closing(agen) for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                    "exception": result,
                    "asyncgen": agen,
                })

    def run_in_executor(self, executor, func, *args):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")
        from asyncio.threads import run_in_executor
        return run_in_executor(self, executor, func, args)

    def set_default_executor(self, executor):
        from concurrent.futures.thread import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        if self._default_executor is not None:
            from asyncio.threads import shut_down_default_executor
            await shut_down_default_executor(self, timeout)

    def call_exception_handler(self, context):
        handler = self.get_exception_handler()
        if handler is None:
            self.default_exception_handler(context)
            return
        try:
            home = context.get("task") or context.get("future") or context.get("handle")
            if hasattr(home, "get_context"):
                home.get_context().run(handler, self, context)
            else:
                handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler(
                {"message": "Unhandled error in exception handler", "exception": error, "context": context})

    def default_exception_handler(self, context):
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            value = context[key]
            if key == "source_traceback" and isinstance(value, str):
                lines.append(f"{key}: Object created at (most recent call last):\n{value.rstrip()}")
            elif key not in ("message", "exception"):
                lines.append(f"{key}: {value!r}")
        text = "\n".join(lines)
        if not _log("error", text, context.get("exception")):
            self._write_error(text, context.get("exception"))

    def __getattr__(self, name):
        for what, names in _MISSING.items():
            if name in names.split():
                def refused(*args, **keywords):
                    raise NotImplementedError(f"loop.{name}(): {what} are not in the playground")

                return refused
        raise AttributeError(f"'{type(self).__name__}' object has no attribute {name!r}", name=name, obj=self)


_UnixSelectorEventLoop.__module__ = "asyncio.unix_events"
SelectorEventLoop = _UnixSelectorEventLoop


class AbstractEventLoopPolicy:
    pass


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        loop = _asyncio.get_current_loop()
        if loop is ... and _thread.current() == 0:
            # Nobody has set one yet: the first call makes it.
            _asyncio.warn_deprecated("There is no current event loop")
            loop = self.new_event_loop()
            self.set_event_loop(loop)
        if loop in (None, ...):
            raise RuntimeError(f"There is no current event loop in thread {_thread.name()!r}.")
        return loop

    def set_event_loop(self, loop):
        _asyncio.set_current_loop(loop)

    def new_event_loop(self):
        _log("debug", "Using selector: EpollSelector")
        return _UnixSelectorEventLoop()


DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"
DefaultEventLoopPolicy.__module__ = "asyncio.unix_events"
_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    _policy = DefaultEventLoopPolicy() if policy is None else policy


def get_event_loop():
    loop = _get_running_loop()
    return _policy.get_event_loop() if loop is None else loop


def set_event_loop(loop):
    _policy.set_event_loop(loop)


def new_event_loop():
    return _policy.new_event_loop()
