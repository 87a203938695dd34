import time

for value in (-1, -0.5):
    try:
        time.sleep(value)
    except Exception as e:
        print(type(e).__name__, e)
time.sleep(0)
time.sleep(0.0000004)
print(time.monotonic())
time.sleep(1e-6)
print(time.monotonic())
time.sleep(True)
print(time.monotonic(), time.time_ns())
