# Threads run one at a time until they block; sleep side by side; wake in the order of their deadlines.
import threading
import time

start = time.perf_counter()


def say(*what):
    print(f"{time.perf_counter() - start:.3f}", *what)


def work(name, seconds):
    say(name, "begins in", threading.current_thread().name)
    time.sleep(seconds)
    say(name, "ends")


threads = [threading.Thread(target=work, args=(name, seconds)) for name, seconds in (("a", 0.3), ("b", 0.1), ("c", 0.2))]
for thread in threads:
    thread.start()
    say("started", thread.name, thread.is_alive())
say("alive:", threading.active_count(), [thread.name for thread in threading.enumerate()])
threads[0].join(timeout=0.15)
say("joined for 0.15:", [thread.is_alive() for thread in threads])
for thread in threads:
    thread.join()
say("joined", [thread.is_alive() for thread in threads])


class Counter(threading.Thread):
    def __init__(self, to):
        super().__init__(name=f"counter to {to}", daemon=True)
        self.to = to
        self.sum = 0

    def run(self):
        for number in range(self.to + 1):
            self.sum += number


counters = [Counter(to) for to in (10, 100_000)]
for counter in counters:
    counter.start()
for counter in counters:
    counter.join()
    print(counter.name, counter.sum, counter.daemon)

for misuse in (
    counters[0].start,
    threading.Thread().join,
    threading.current_thread().join,
    lambda: threading.Thread(group=1),
    lambda: setattr(threading.main_thread(), "daemon", True),
):
    try:
        misuse()
    except Exception as error:
        print(type(error).__name__, error)
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name)


def late(name, seconds):
    time.sleep(seconds)
    say(name, "is late")


threading.Thread(target=late, args=("daemon", 0.5), daemon=True).start()
threading.Thread(target=late, args=("no daemon", 0.2)).start()
timer = threading.Timer(0.1, say, ("the timer",))
timer.start()
cancelled = threading.Timer(0.1, say, ("a cancelled timer",))
cancelled.start()
cancelled.cancel()
say("the program's own code ends")
