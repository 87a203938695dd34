# Spellings that CPython still knows and warns of: threading's camel case, re's positional limits.
import re
import threading


def work():
    print(threading.currentThread().getName())


thread = threading.Thread(target=work)
thread.setDaemon(True)
thread.setName("worker")
print(thread.isDaemon())
thread.start()
thread.join()
print(threading.activeCount())
ready = threading.Event()
print(ready.isSet())
condition = threading.Condition()
with condition:
    condition.notifyAll()
print(re.split(r"\W+", "one, two, three", 1))
print(re.sub("a", "b", "banana", 2), re.subn("a", "b", "banana", 1))
print(re.split("A", "banana", 2, re.I), re.split(r"\W+", "one, two, three", maxsplit=1))
try:
    re.split("a", "banana", 1, 0, 5)
except TypeError as error:
    print(error)
