import asyncio, time

async def job(sem, n, seconds):
    async with sem:
        print(f"{time.monotonic() - start:.2f} {n} in")
        await asyncio.sleep(seconds)
    print(f"{time.monotonic() - start:.2f} {n} out")

async def main():
    global start
    start = time.monotonic()
    sem = asyncio.Semaphore(2)
    print(repr(sem).split(" ", 3)[-1], sem.locked())
    await asyncio.gather(*[job(sem, n, 0.1 * (n % 3 + 1)) for n in range(6)])
    print(repr(sem).split(" ", 3)[-1], sem.locked())

    # A woken one is cancelled: the next gets its place.
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    print(sem.locked())
    tasks = [asyncio.create_task(job(sem, n, 0)) for n in "abc"]
    await asyncio.sleep(0)
    sem.release()
    tasks[0].cancel()
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])

    # Cancelled before it is woken.
    await sem.acquire()
    tasks = [asyncio.create_task(job(sem, n, 0)) for n in "de"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    print(repr(sem).split(" ", 3)[-1])
    sem.release()
    await asyncio.gather(*tasks, return_exceptions=True)

    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        pass
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    # First come, first served, even for one that comes when the count is up again.
    sem = asyncio.Semaphore(0)
    order = []
    async def taker(n):
        await sem.acquire()
        order.append(n)
    waiting = [asyncio.create_task(taker(n)) for n in range(3)]
    await asyncio.sleep(0)
    for _ in range(4):
        sem.release()
    await taker("late")
    await asyncio.gather(*waiting)
    print(order)

asyncio.run(main())
