# Locks, conditions, events, semaphores, barriers and queues between threads.
import queue
import threading
import time

start = time.perf_counter()


def say(*what):
    print(f"{time.perf_counter() - start:.3f}", *what)


def together(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


lock = threading.Lock()


def holder(name, seconds):
    def hold():
        with lock:
            say(name, "has the lock")
            time.sleep(seconds)
    return hold


together(holder("a", 0.2), holder("b", 0.1), holder("c", 0.1))
say(lock.locked(), lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.1), lock.locked())
lock.release()

again = threading.RLock()
with again, again:
    together(lambda: say("not mine:", again.acquire(timeout=0.1)))
together(lambda: say("free:", again.acquire(blocking=False), again.release()))

condition = threading.Condition()
items = []


def take(name):
    def taking():
        with condition:
            got = condition.wait_for(lambda: items, timeout=1)
            say(name, "takes", items.pop() if got else None)
    return taking


def give():
    for number in range(2):
        time.sleep(0.1)
        with condition:
            items.append(number)
            condition.notify()


together(take("first"), take("second"), take("third"), give)

event = threading.Event()
together(
    lambda: say("waited in vain", event.wait(0.1)),
    lambda: say("waited", event.wait(), event.is_set()),
    lambda: (time.sleep(0.2), event.set()),
)

places = threading.BoundedSemaphore(2)


def visitor(name):
    def visit():
        with places:
            say(name, "is in")
            time.sleep(0.1)
    return visit


together(*[visitor(name) for name in "abcd"])

barrier = threading.Barrier(3, action=lambda: say("all are there"))


def hiker(seconds):
    def hike():
        time.sleep(seconds)
        say("place", barrier.wait())
    return hike


together(hiker(0.1), hiker(0.3), hiker(0.2))
try:
    barrier.wait(timeout=0.1)
except threading.BrokenBarrierError as error:
    say("broken:", repr(error), barrier.broken)

for misuse in (lock.release, again.release, places.release, condition.notify, condition.wait,
               lambda: threading.Semaphore(-1), lambda: threading.Barrier(0), lambda: lock.acquire(False, 1)):
    try:
        misuse()
    except Exception as error:
        print(type(error).__name__, error)

work = queue.Queue(maxsize=2)


def produce():
    for number in range(5):
        work.put(number)
        say("put", number, work.qsize())
    work.put(None)


def consume():
    while (item := work.get()) is not None:
        time.sleep(0.1)
        say("done", item)
        work.task_done()
    work.task_done()


together(produce, consume)
work.join()
try:
    work.get_nowait()
except queue.Empty as error:
    print("empty", repr(error))
try:
    work.get(timeout=0.1)
except queue.Empty:
    say("still empty")
work.put(1)
work.put(2)
try:
    work.put(3, timeout=0.1)
except queue.Full as error:
    say("full", repr(error))
work.shutdown()
print(work.get(), work.get())
try:
    work.get()
except queue.ShutDown as error:
    print("shut down", repr(error))
ranked = queue.PriorityQueue()
stack = queue.LifoQueue()
for number in (3, 1, 2):
    ranked.put(number)
    stack.put(number)
print([ranked.get() for _ in range(3)], [stack.get() for _ in range(3)])

own = threading.local()
own.name = "program"
together(lambda: say("no name yet:", hasattr(own, "name"), setattr(own, "name", "thread"), own.name))
print(own.name)
