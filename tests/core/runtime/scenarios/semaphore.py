import asyncio

from topic import new_topic

scenario = new_topic()


async def holds(log, semaphore, name, delay=0.001):
    await semaphore.acquire()
    log(f"{name} in")
    try:
        await asyncio.sleep(delay)
    finally:
        semaphore.release()
    log(f"{name} out")


async def results(log, tasks):
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            log("lost")


@scenario
async def permits_go_to_those_who_wait_in_their_order(log):
    semaphore = asyncio.Semaphore(2)
    tasks = [asyncio.create_task(holds(log, semaphore, name)) for name in "abcde"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    tasks[2].cancel()
    await results(log, tasks)


@scenario
async def a_woken_task_that_is_cancelled_gives_its_permit_to_the_next(log):
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(holds(log, semaphore, name)) for name in "abc"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    semaphore.release()
    tasks[0].cancel()
    log(f"locked {semaphore.locked()}")
    await asyncio.sleep(0.001)
    semaphore.release()
    semaphore.release()
    log(f"locked {semaphore.locked()}")
    await results(log, tasks)
    log(f"locked {semaphore.locked()}")


@scenario
async def who_comes_later_does_not_overtake(log):
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(holds(log, semaphore, "waits"))
    await asyncio.sleep(0)
    semaphore.release()
    log(f"locked {semaphore.locked()}")
    await semaphore.acquire()
    log("main in")
    semaphore.release()
    await task


@scenario
async def several_releases_wake_several(log):
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(holds(log, semaphore, name)) for name in "abcd"]
    await asyncio.sleep(0.001)
    for _ in range(3):
        semaphore.release()
    tasks[1].cancel()
    await results(log, tasks)


@scenario
async def a_bounded_one_refuses_a_release_too_many(log):
    semaphore = asyncio.BoundedSemaphore(1)
    try:
        semaphore.release()
    except ValueError as error:
        log(error)
    await semaphore.acquire()
    semaphore.release()
    log(f"locked {semaphore.locked()}")
