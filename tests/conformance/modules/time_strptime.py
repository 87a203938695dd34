import time, operator, inspect, math
t = time.strptime("30 Nov 00", "%d %b %y"); print(t, time.mktime(t) if False else "", time.strftime("%Y-%m-%d", t))
print(time.strptime("2024-03-05 12:30", "%Y-%m-%d %H:%M")[:6], operator.ilshift(1, 3), inspect.get_annotations(lambda: 0))
try: time.strptime("x", "%Y")
except ValueError as e: print(e)
print(math.asinh(1.5), math.acosh(2.5), math.atanh(0.5))
for bad in (lambda: math.atanh(1), lambda: math.acosh(0.5), lambda: math.atanh(2)):
    try: print(bad())
    except ValueError as e: print(e)
