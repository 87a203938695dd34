import asyncio

from topic import new_topic

scenario = new_topic()


async def waits(log, condition, name):
    async with condition:
        try:
            await condition.wait()
            log(f"{name} woken")
        except asyncio.CancelledError:
            log(f"{name} cancelled, locked {condition.locked()}")
            raise
    log(f"{name} out")


def start_three(log, condition):
    return [asyncio.create_task(waits(log, condition, name)) for name in "abc"]


async def results(log, tasks):
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            log("lost")


@scenario
async def a_notification_wakes_those_who_wait_in_their_order(log):
    condition = asyncio.Condition()
    tasks = start_three(log, condition)
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify(2)
        log("notified two")
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify_all()
    await results(log, tasks)


@scenario
async def a_notified_task_that_is_cancelled_passes_it_on(log):
    condition = asyncio.Condition()
    tasks = start_three(log, condition)
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify()
        tasks[0].cancel()
        tasks[2].cancel()
    await results(log, tasks)


@scenario
async def it_takes_the_lock_again_however_often_it_is_cancelled(log):
    condition = asyncio.Condition()
    task = asyncio.create_task(waits(log, condition, "a"))
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify()
        await asyncio.sleep(0)
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0)
        log("let go")
    await results(log, [task])


@scenario
async def wait_for_asks_after_each_notification(log):
    condition = asyncio.Condition()
    count = 0

    def enough():
        log(f"asked at {count}")
        return count >= 2

    async def waiter():
        async with condition:
            await condition.wait_for(enough)
            log("enough")

    task = asyncio.create_task(waiter())
    for _ in range(3):
        await asyncio.sleep(0.001)
        async with condition:
            count += 1
            condition.notify_all()
    await task


@scenario
async def without_the_lock_it_refuses(log):
    condition = asyncio.Condition()
    for attempt in (condition.notify, condition.notify_all):
        try:
            attempt()
        except RuntimeError as error:
            log(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        log(error)


@scenario
async def two_conditions_share_a_lock(log):
    lock = asyncio.Lock()
    first, second = asyncio.Condition(lock), asyncio.Condition(lock)
    tasks = [asyncio.create_task(waits(log, first, "first")), asyncio.create_task(waits(log, second, "second"))]
    await asyncio.sleep(0.001)
    async with lock:
        second.notify_all()
    await asyncio.sleep(0.001)
    async with first:
        first.notify_all()
    await results(log, tasks)
