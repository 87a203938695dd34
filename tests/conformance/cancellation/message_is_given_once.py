# Who retrieves the error of a cancelled task first gets it with its message, the others get one without. A future's own
# cancel, a gather that failed with it, and a cancel that came too late to be thrown keep theirs.
import asyncio

async def work():
    await asyncio.sleep(10)

async def waits(name, task):
    try:
        await task
    except asyncio.CancelledError as error:
        print(name, repr(error))
        raise

async def retrieve(name, *awaitables):
    for awaitable in awaitables:
        try:
            print(name, await awaitable)
        except asyncio.CancelledError as error:
            print(name, repr(error))

async def cancelled(message, started=True):
    task = asyncio.create_task(work())
    await asyncio.sleep(0 if started else 0.1)
    task.cancel(message)
    return task

async def main():
    task = asyncio.create_task(work())
    first = asyncio.create_task(waits("first", task))
    second = asyncio.create_task(waits("second", task))
    await asyncio.sleep(0.1)
    task.cancel("two wait")
    await asyncio.wait([first, second])
    await retrieve("again", task, task, first, first, second)

    for look in asyncio.Task.result, asyncio.Task.exception:
        task = await cancelled("looked at")
        await asyncio.wait([task])
        for _ in range(2):
            try:
                look(task)
            except asyncio.CancelledError as error:
                print(look.__name__, repr(error))

    future = asyncio.get_running_loop().create_future()
    future.cancel("of the future")
    await retrieve("future", future, future)

    task = await cancelled("among errors")
    print(await asyncio.gather(task, asyncio.sleep(1), return_exceptions=True))
    await retrieve("after that", task, task)
    task = await cancelled("gathered")
    gathered = asyncio.gather(task, asyncio.sleep(1))
    await retrieve("gather", gathered, gathered, task)
    task = asyncio.create_task(work())
    gathered = asyncio.gather(task, asyncio.sleep(1))
    await asyncio.sleep(0)
    gathered.cancel("of the gather")
    await retrieve("gather", gathered, gathered, task)

    task = await cancelled("shielded")
    await retrieve("shield", asyncio.shield(task), task, task)
    task = await cancelled("done and shielded")
    await asyncio.wait([task])
    await retrieve("shield", asyncio.shield(task), task, task)
    task = asyncio.create_task(work())
    task.cancel("before it began")
    await retrieve("task", task, task)

    async def raises():
        raise asyncio.CancelledError("its own", 2)
    task = asyncio.create_task(raises())
    await retrieve("task", task, task)

    async def returns():
        asyncio.current_task().cancel("too late")
        return 5
    task = asyncio.create_task(returns())
    await retrieve("task", task, task)
    print(await asyncio.gather(task, return_exceptions=True))
    task = await cancelled("completed")
    for ended in asyncio.as_completed([task]):
        await retrieve("as completed", ended)
    await retrieve("task", task)
    try:
        await asyncio.wait_for(await cancelled("waited for"), 1)
    except asyncio.CancelledError as error:
        print("wait_for", repr(error))

asyncio.run(main())
