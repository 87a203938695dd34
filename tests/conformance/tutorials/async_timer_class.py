import asyncio, time

class Timer:
    def __init__(self, label):
        self.label = label

    async def __aenter__(self):
        self.start = time.perf_counter()
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        took = time.perf_counter() - self.start
        print(f"{self.label}: {took:.3f} s, error={value!r}")
        return kind is ValueError

async def main():
    async with Timer("work") as timer:
        await asyncio.sleep(1.25)
        print(timer.label.upper())
    async with Timer("failure"):
        await asyncio.sleep(0.5)
        raise ValueError("swallowed")
    print("after")

asyncio.run(main())
