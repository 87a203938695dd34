import asyncio

async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
        print("put", i, queue.qsize(), queue.full())
    await queue.put(None)

async def consumer(queue):
    while True:
        item = await queue.get()
        print("got", item)
        queue.task_done()
        if item is None:
            return
        await asyncio.sleep(0.1)

async def getter(queue, n):
    try:
        item = await queue.get()
    except asyncio.QueueShutDown:
        print(n, "shut down")
        return
    print(n, "gets", item)

async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue, queue.empty(), queue.maxsize)
    await asyncio.gather(producer(queue, 5), consumer(queue))
    await queue.join()
    print(queue)

    for make in (asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = make()
        for item in [(3, "c"), (1, "a"), (2, "b"), (1, "A")]:
            queue.put_nowait(item)
        print(queue)
        print([queue.get_nowait() for _ in range(queue.qsize())])
    for what, error in ((queue.get_nowait, asyncio.QueueEmpty),):
        try:
            what()
        except error as caught:
            print(repr(caught))
    small = asyncio.Queue(1)
    small.put_nowait(1)
    try:
        small.put_nowait(2)
    except asyncio.QueueFull as caught:
        print(repr(caught))
    small.task_done()
    try:
        small.task_done()
    except ValueError as caught:
        print(caught)

    # Waiting getters and putters in their order, cancelled ones passed over.
    queue = asyncio.Queue(1)
    getters = [asyncio.create_task(getter(queue, n)) for n in range(4)]
    await asyncio.sleep(0)
    print(str(queue))
    getters[0].cancel()
    queue.put_nowait("x")
    getters[1].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await queue.put("y")
    await asyncio.gather(*getters, return_exceptions=True)

    # Unfinished work.
    queue = asyncio.Queue()
    for i in range(3):
        queue.put_nowait(i)
    async def work():
        while True:
            item = await queue.get()
            await asyncio.sleep(0.05)
            print("done", item)
            queue.task_done()
    workers = [asyncio.create_task(work()) for _ in range(2)]
    await queue.join()
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))

    # Shutdown.
    queue = asyncio.Queue(1)
    waiting = [asyncio.create_task(getter(queue, n)) for n in "ab"]
    await asyncio.sleep(0)
    queue.shutdown()
    await asyncio.gather(*waiting)
    for call in (queue.put_nowait, ):
        try:
            call(1)
        except asyncio.QueueShutDown as caught:
            print(repr(caught), queue)
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    putter = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    print(await asyncio.gather(putter, queue.get(), queue.join(), return_exceptions=True))

asyncio.run(main())
