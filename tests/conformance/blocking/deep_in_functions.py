import time

def nap(depth):
    if depth:
        return nap(depth - 1) + 1
    time.sleep(0.5)
    return 0

class Sleeper:
    def __init__(self):
        time.sleep(0.25)
        self.at = time.monotonic()
    def __str__(self):
        time.sleep(0.125)
        return f"at {self.at}"
    def __enter__(self):
        time.sleep(1)
        return self
    def __exit__(self, *details):
        time.sleep(1)

print(nap(20), time.monotonic())
print(str(Sleeper()), time.monotonic())
with Sleeper() as s:
    print(s, time.monotonic())
print([nap(i) for i in range(3)], time.monotonic())
print(sorted([3, 1, 2], key=lambda x: (time.sleep(x), -x)[1]), time.monotonic())
print(list(map(nap, [1, 2])), time.monotonic())
