# ThreadPoolExecutor without asyncio: submit, map, as_completed, wait, cancel, errors.
import threading
import time
from concurrent.futures import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, ThreadPoolExecutor, as_completed, wait)

start = time.perf_counter()


def say(*what):
    print(f"{time.perf_counter() - start:.3f}", *what)


def block(seconds):
    time.sleep(seconds)
    return seconds


def fail(seconds):
    time.sleep(seconds)
    raise ValueError(seconds)


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    for result in pool.map(block, [0.3, 0.1, 0.2, 0.1]):
        say("map", result)
    futures = [pool.submit(block, seconds) for seconds in (0.3, 0.1, 0.2)]
    say([future.running() for future in futures], [future.done() for future in futures])
    for future in as_completed(futures):
        say("as completed", future.result())
    failing = pool.submit(fail, 0.1)
    say(repr(failing.exception()))
    try:
        failing.result()
    except ValueError as error:
        say("raised", repr(error))
    for return_when in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        done, not_done = wait([pool.submit(fail, 0.2), pool.submit(block, 0.1), pool.submit(block, 0.3)],
                              return_when=return_when)
        say(return_when, len(done), len(not_done))
        wait(not_done)
    done, not_done = wait([pool.submit(block, 0.3)], timeout=0.1)
    say("timeout", len(done), len(not_done))
    try:
        pool.submit(block, 0.5).result(timeout=0.1)
    except TimeoutError as error:
        say("no result yet", repr(error))
    say(pool.submit(lambda: threading.current_thread().name.startswith("pool_")).result())

with ThreadPoolExecutor(1) as pool:
    first, second, third = (pool.submit(block, 0.1) for _ in range(3))
    say("cancel", first.cancel(), second.cancel(), second.cancelled())
    third.add_done_callback(lambda future: say("called back", future.result()))
    third.result()
    third.add_done_callback(lambda future: say("called back at once"))
    try:
        second.result()
    except CancelledError as error:
        say(repr(error))
    try:
        list(pool.map(block, [0.1, 0.5], timeout=0.2))
    except TimeoutError as error:
        say("map took too long", repr(error))
try:
    pool.submit(block, 1)
except RuntimeError as error:
    print(error)
pool = ThreadPoolExecutor(1)
futures = [pool.submit(block, 0.1) for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
say([future.cancelled() for future in futures])
futures[0].result()
with ThreadPoolExecutor(2, initializer=lambda: say("initializer")) as pool:
    pool.submit(block, 0.1)
future = Future()
future.set_result(1)
for misuse in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(initializer=3)):
    try:
        misuse()
    except Exception as error:
        print(type(error).__name__, error)
left = ThreadPoolExecutor(1)
left.submit(lambda: (time.sleep(0.2), say("a pool that nobody shut down ends its work")))
say("the program's own code ends")
