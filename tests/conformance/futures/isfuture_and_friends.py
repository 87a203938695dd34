import asyncio

async def co():
    return 1

def plain():
    pass

class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return "awaited"

async def main():
    c = co()
    print(asyncio.iscoroutine(c), asyncio.iscoroutinefunction(co), asyncio.iscoroutinefunction(plain))
    t = asyncio.ensure_future(c)
    print(asyncio.isfuture(t), asyncio.isfuture(c), isinstance(t, asyncio.Task), isinstance(t, asyncio.Future))
    print(await t)
    print(await Awaitable())
    print(await asyncio.gather(Awaitable(), co()))
    print(asyncio.ensure_future(t) is t)

asyncio.run(main())
