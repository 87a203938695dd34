# What leaves a thread's function, and what the program's end does.
import sys
import threading
import time


def fail():
    time.sleep(0.1)
    raise ValueError("in a thread")


thread = threading.Thread(target=fail, name="failing")
thread.start()
thread.join()
print("the program goes on", thread.is_alive())
thread = threading.Thread(target=sys.exit, args=(3,))
thread.start()
thread.join()
print("SystemExit in a thread ends that thread alone")
seen = []
threading.excepthook = lambda args: seen.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
thread = threading.Thread(target=fail, name="hooked")
thread.start()
thread.join()
print(seen)


def spin(stop):
    turns = 0
    while not stop:
        turns += 1
    return turns


stop = []
spinner = threading.Thread(target=spin, args=(stop,))
spinner.start()
print("a thread that never blocks does not keep the others from running")
stop.append(True)
spinner.join()
threading.Thread(target=lambda: (time.sleep(0.2), print("ended after the program's error"))).start()
raise RuntimeError("of the program")
