import asyncio

lock = asyncio.Lock()
queue = asyncio.Queue()


async def contend():
    await lock.acquire()
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await waiter
    lock.release()
    await asyncio.gather(queue.get(), queue.put("first"))
    return "contended"


async def elsewhere():
    for use in (contend, queue.get):
        try:
            await asyncio.wait_for(use(), 1)
        except RuntimeError as error:
            print(str(error).partition(" at ")[0], "...", str(error).rpartition("is ")[2])


print(asyncio.run(contend()))
if lock.locked():
    lock.release()
asyncio.run(elsewhere())
