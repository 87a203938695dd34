import asyncio

async def job(n, seconds):
    await asyncio.sleep(seconds)
    if n == 2:
        raise ValueError(n)
    return n

async def main():
    for next_done in asyncio.as_completed([job(0, 0.3), job(1, 0.1), job(3, 0.2)]):
        print(await next_done)
    tasks = [asyncio.create_task(job(n, 0.3 - 0.1 * n), name=f"job {n}") for n in range(3)]
    async for done in asyncio.as_completed(tasks):
        print(done.get_name(), done in tasks, done.exception() if done.exception() else done.result())
    try:
        for next_done in asyncio.as_completed([asyncio.create_task(job(5, 0.1)), asyncio.create_task(job(6, 9))], timeout=0.5):
            print("first", await next_done)
    except asyncio.TimeoutError as error:
        print("too late", repr(error))
    try:
        async for done in asyncio.as_completed([asyncio.create_task(job(7, 9))], timeout=0.5):
            print("never", done)
    except TimeoutError:
        print("too late again")
    future = asyncio.get_running_loop().create_future()
    future.set_result("ready")
    for next_done in asyncio.as_completed([future]):
        print(await next_done)
    for next_done in asyncio.as_completed([]):
        print("never")
    task = asyncio.create_task(job(8, 5))
    await asyncio.sleep(0)
    task.cancel()
    for next_done in asyncio.as_completed([task]):
        try:
            await next_done
        except asyncio.CancelledError:
            print("cancelled")
    try:
        asyncio.as_completed(task)
    except TypeError as error:
        print(error)

asyncio.run(main())
