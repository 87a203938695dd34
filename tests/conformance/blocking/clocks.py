import time

print(time.time(), time.monotonic(), time.perf_counter())
print(time.time_ns(), time.monotonic_ns(), time.perf_counter_ns())
time.sleep(3661.5)
print(time.strftime("%Y-%m-%d %H:%M:%S"))
print(time.ctime())
print(time.strftime("%X %x %j %p %A %B"))
t = time.localtime()
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday)
