import asyncio

from topic import new_topic, outcome

scenario = new_topic()


async def holds(log, lock, name):
    await lock.acquire()
    log(f"{name} in")
    try:
        await asyncio.sleep(0.001)
        log(f"{name} out")
    finally:
        lock.release()


def start(log, lock, names):
    return [asyncio.create_task(holds(log, lock, name)) for name in names]


@scenario
async def a_lock_goes_to_those_who_wait_in_their_order(log):
    lock = asyncio.Lock()
    tasks = start(log, lock, "abc")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    tasks[1].cancel()
    for task in tasks:
        log(await outcome(task))


@scenario
async def a_woken_task_that_is_cancelled_lets_the_next_have_the_lock(log):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = start(log, lock, "abc")
    await asyncio.sleep(0)
    lock.release()
    tasks[0].cancel()
    tasks[2].cancel()
    log(f"locked {lock.locked()}")
    for task in tasks:
        log(await outcome(task))


@scenario
async def who_comes_while_others_wait_for_a_free_lock_waits_behind_them(log):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = start(log, lock, "a")
    await asyncio.sleep(0)
    lock.release()
    log(f"locked {lock.locked()}")
    await holds(log, lock, "main")
    log(await outcome(tasks[0]))
    try:
        lock.release()
    except RuntimeError:
        log("nobody holds it")


async def waits_for(log, event, name):
    await event.wait()
    log(f"{name} woken")


@scenario
async def an_event_wakes_all_even_if_it_is_cleared_before_their_turn(log):
    event = asyncio.Event()
    tasks = [asyncio.create_task(waits_for(log, event, name)) for name in "abc"]
    await asyncio.sleep(0.001)
    event.set()
    event.clear()
    tasks[1].cancel()
    log("set")
    for task in tasks:
        log(await outcome(task))
    event.set()
    await event.wait()
    log("at once")
