import asyncio

async def waiter(event, n):
    print("waits", n)
    await event.wait()
    print("woken", n)

async def consumer(cond, items, n):
    async with cond:
        await cond.wait_for(lambda: items)
        print(n, "takes", items.pop(0))

async def producer(cond, items):
    for i in range(3):
        await asyncio.sleep(0.1)
        async with cond:
            items.append(i)
            cond.notify()
            print("put", i)

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in range(3)]
    await asyncio.sleep(0)
    print(event.is_set(), repr(event).split(" ", 3)[-1])
    tasks[1].cancel()
    event.set()
    event.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(await event.wait(), repr(event).split(" ", 3)[-1])
    event.clear()
    print(event.is_set())

    cond = asyncio.Condition()
    items = []
    await asyncio.gather(*[consumer(cond, items, n) for n in "abc"], producer(cond, items))
    for what in (cond.notify, cond.notify_all):
        try:
            what()
        except RuntimeError as error:
            print(error)
    try:
        await cond.wait()
    except RuntimeError as error:
        print(error)

    async def wait_once(n):
        async with cond:
            try:
                print(n, await cond.wait())
            except asyncio.CancelledError:
                print(n, "cancelled, holds the lock:", cond.locked())
                raise

    waits = [asyncio.create_task(wait_once(n)) for n in "xyz"]
    await asyncio.sleep(0.01)
    async with cond:
        cond.notify(1)
        waits[0].cancel()
        print(repr(cond).split(" ", 3)[-1])
    await asyncio.sleep(0.01)
    async with cond:
        cond.notify_all()
    print([type(r).__name__ for r in await asyncio.gather(*waits, return_exceptions=True)])

    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with shared:
        print(lock.locked(), shared.locked())

asyncio.run(main())
