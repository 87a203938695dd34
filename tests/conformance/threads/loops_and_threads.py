# A loop in a thread of its own, coroutines for it from another one, and which loop belongs to whom.
import asyncio
import threading
import time


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


loop = asyncio.new_event_loop()


def serve():
    asyncio.set_event_loop(loop)
    loop.run_forever()
    print("the loop has stopped", loop.is_running())


server = threading.Thread(target=serve, name="server", daemon=True)
server.start()


async def add(a, b, seconds):
    await asyncio.sleep(seconds)
    if a < 0:
        raise ValueError("below 0")
    return a + b, threading.current_thread().name


futures = [asyncio.run_coroutine_threadsafe(add(n, 1, seconds), loop) for n, seconds in ((1, 0.2), (2, 0.1), (-1, 0.1))]
print([future.done() for future in futures])
print(futures[1].result(), futures[0].result(), repr(futures[2].exception()))
slow = asyncio.run_coroutine_threadsafe(add(1, 1, 5), loop)
print(attempt(lambda: slow.result(timeout=0.1)), slow.cancel(), slow.cancelled())
print(attempt(lambda: asyncio.run_coroutine_threadsafe(len, loop)))
print(attempt(lambda: loop.run_until_complete(asyncio.sleep(0))))
loop.call_soon_threadsafe(lambda: print("called in", threading.current_thread().name))
time.sleep(0.1)
loop.call_soon_threadsafe(loop.stop)
server.join()

print("in no thread:", attempt(asyncio.get_running_loop))
threading.Thread(target=lambda: print(attempt(asyncio.get_event_loop)), name="other").start()


async def count(name, seconds):
    for number in range(3):
        await asyncio.sleep(seconds)
        print(name, number)


runners = [threading.Thread(target=lambda name=name, seconds=seconds: asyncio.run(count(name, seconds)))
           for name, seconds in (("fast", 0.1), ("slow", 0.25))]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()


async def event_from_thread():
    event = asyncio.Event()
    running = asyncio.get_running_loop()

    def set_later():
        time.sleep(0.2)
        running.call_soon_threadsafe(event.set)

    threading.Thread(target=set_later).start()
    await event.wait()
    print("set by a thread")
    blocking = threading.Thread(target=time.sleep, args=(0.3,))
    blocking.start()
    begun = running.time()
    other = asyncio.create_task(count("held up", 0.1))
    await asyncio.sleep(0)
    blocking.join()
    print(f"join holds the loop: {running.time() - begun:.2f}")
    await other


asyncio.run(event_from_thread())
