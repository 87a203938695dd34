import asyncio

class Ticker:
    def __init__(self, delay, to):
        self.delay, self.to, self.i = delay, to, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.to:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(self.delay)
        return self.i

async def ticks(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0.1)

async def main():
    async for tick in Ticker(0.5, 3):
        print("tick", tick)
    print([t async for t in ticks(4) if t % 2])
    async for t in ticks(2):
        print(t)
    else:
        print("no more")

asyncio.run(main())
