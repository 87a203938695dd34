import asyncio

async def worker(name, lock, hold):
    print(name, "wants", lock)
    async with lock:
        print(name, "has", lock.locked())
        await asyncio.sleep(hold)
    print(name, "gave it back")

async def greedy(lock):
    await asyncio.sleep(0.05)
    for turn in range(3):
        async with lock:
            print("greedy", turn)

async def cancelled_waiter(lock):
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        print("cancelled while waiting")
        raise

async def main():
    lock = asyncio.Lock()
    names = [asyncio.create_task(worker(n, lock, 0.1)) for n in "ABC"]
    again = asyncio.create_task(greedy(lock))
    await asyncio.gather(*names, again)
    await lock.acquire()
    first = asyncio.create_task(cancelled_waiter(lock))
    second = asyncio.create_task(worker("D", lock, 0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    first.cancel()
    lock.release()
    await asyncio.gather(first, second, return_exceptions=True)
    # The one whose turn it is is cancelled at the moment when the lock is given back.
    await lock.acquire()
    third = asyncio.create_task(cancelled_waiter(lock))
    fourth = asyncio.create_task(worker("E", lock, 0))
    await asyncio.sleep(0.01)
    lock.release()
    third.cancel()
    print(await asyncio.gather(third, fourth, return_exceptions=True))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    print(repr(lock).split(" ", 3)[-1])

asyncio.run(main())
