import asyncio
import time

def timed(fn):
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = fn(*args, **kwargs)
        print(f"{fn.__name__} took {time.perf_counter() - start:.1f}")
        return result
    return wrapper

def async_timed(label):
    def decorate(fn):
        async def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return await fn(*args, **kwargs)
            finally:
                print(label, f"{time.perf_counter() - start:.1f}")
        return wrapper
    return decorate

@timed
def nap(n):
    time.sleep(n)
    return n

@async_timed("outer")
@async_timed("inner")
async def rest(n):
    await asyncio.sleep(n)
    return n

print(nap(2))
print(asyncio.run(rest(1.5)))

class Registry:
    known = {}
    @classmethod
    def register(cls, key):
        def add(fn):
            cls.known[key] = fn
            return fn
        return add

@Registry.register("double")
def double(x):
    """Twice."""
    return 2 * x

print(Registry.known["double"](4), double.__doc__, double.__name__)
