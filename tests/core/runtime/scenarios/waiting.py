import asyncio

from topic import Failed, new_topic, outcome, work

scenario = new_topic()


def start(log, *works):
    return [asyncio.create_task(work(log, *each)) for each in works]


async def log_wait(log, tasks, names, **options):
    done, pending = await asyncio.wait(tasks, **options)
    name = dict(zip(tasks, names))
    log(f"done {' '.join(sorted(name[task] for task in done))}; pending {' '.join(sorted(name[task] for task in pending))}")


async def log_outcomes(log, tasks):
    for task in tasks:
        log(await outcome(task))


@scenario
async def it_waits_for_all_of_them_or_for_the_first(log):
    tasks = start(log, ("a", 2), ("b", 1), ("c", 3, "fails"))
    await log_wait(log, tasks, "abc", return_when=asyncio.FIRST_COMPLETED)
    await log_wait(log, tasks, "abc", return_when=asyncio.FIRST_COMPLETED)
    await log_wait(log, tasks, "abc")
    await log_wait(log, tasks + tasks[:1], "abca")
    await log_outcomes(log, tasks)


@scenario
async def the_first_error_ends_it_a_cancellation_does_not(log):
    tasks = start(log, ("a", 4), ("b", 2, "fails"), ("c", 3))
    asyncio.get_running_loop().call_later(0.001, tasks[2].cancel)
    await log_wait(log, tasks, "abc", return_when=asyncio.FIRST_EXCEPTION)
    await log_outcomes(log, tasks)
    tasks = start(log, ("a", 1), ("b", 2))
    await log_wait(log, tasks, "ab", return_when=asyncio.FIRST_EXCEPTION)


@scenario
async def its_time_may_be_over_without_an_error(log):
    tasks = start(log, ("a", 1), ("b", 5))
    await log_wait(log, tasks, "ab", timeout=0.003)
    await log_wait(log, tasks, "ab", timeout=0)
    await log_wait(log, tasks, "ab", timeout=9)
    await asyncio.sleep(0.02)
    log("no alarm is left")


@scenario
async def who_waits_may_be_cancelled_and_cancels_nobody(log):
    tasks = start(log, ("a", 3))
    waiter = asyncio.create_task(log_wait(log, tasks, "a", timeout=8))
    await asyncio.sleep(0.001)
    waiter.cancel()
    log(await outcome(waiter))
    await log_outcomes(log, tasks)


@scenario
async def nothing_to_wait_for_is_refused(log):
    try:
        await asyncio.wait([])
    except ValueError as error:
        log(error)


async def log_in_order(log, iterator):
    async for task in iterator:
        log(f"next {await outcome(task)}")


@scenario
async def as_completed_gives_each_when_it_is_done(log):
    tasks = start(log, ("a", 3), ("b", 1), ("c", 2, "fails"), ("d", 1))
    asyncio.get_running_loop().call_later(0.0015, tasks[0].cancel)
    await log_in_order(log, asyncio.as_completed(tasks))
    await log_in_order(log, asyncio.as_completed(tasks[1:2]))


@scenario
async def as_completed_says_when_its_time_is_over(log):
    tasks = start(log, ("a", 5), ("b", 1), ("c", 6))
    left = iter(asyncio.as_completed(tasks, timeout=0.003))
    for _ in range(3):
        log(f"next {await outcome(next(left))}")
    await log_outcomes(log, tasks)
    tasks = start(log, ("a", 1), ("b", 1))
    for each in asyncio.as_completed(tasks, timeout=0.002):
        log(f"next {await outcome(each)}")
    await asyncio.sleep(0.005)
    log("no alarm is left")


@scenario
async def a_shield_keeps_a_cancellation_from_its_task(log):
    task = asyncio.create_task(work(log, "a", 3))

    async def shielded():
        log(f"shielded {await outcome(asyncio.shield(task))}")

    waiter = asyncio.create_task(shielded())
    await asyncio.sleep(0.001)
    waiter.cancel()
    await waiter
    log(await outcome(asyncio.shield(task)))
    log(await outcome(asyncio.shield(task)))


@scenario
async def a_shield_ends_as_its_task_does(log):
    for each in (("a", 1), ("b", 1, "fails")):
        log(await outcome(asyncio.shield(work(log, *each))))
    task = asyncio.create_task(work(log, "c", 2))
    asyncio.get_running_loop().call_later(0.001, task.cancel)
    log(await outcome(asyncio.shield(task)))


@scenario
async def a_shield_that_was_cancelled_first_lets_the_task_fail_alone(log):
    task = asyncio.create_task(work(log, "a", 2, "fails"))
    shield = asyncio.shield(task)
    asyncio.get_running_loop().call_later(0.001, shield.cancel)
    log(await outcome(shield))
    log(await outcome(task))
    shield = asyncio.shield(asyncio.create_task(work(log, "b", 1)))
    await asyncio.sleep(0.001)
    log(f"cancel {shield.cancel()}")
    log(await outcome(shield))


@scenario
async def gather_gives_errors_of_different_types_in_their_places(log):
    async def number():
        await asyncio.sleep(0.001)
        return 5

    first, second = await asyncio.gather(work(log, "a", 2, "fails"), number(), return_exceptions=True)
    log(f"{first} {second}")


@scenario
async def a_task_that_begins_eagerly_runs_until_it_waits(log):
    loop = asyncio.get_running_loop()

    async def eager(name, depth):
        log(f"{name}{depth} in {asyncio.current_task().get_name()}")
        if depth > 0:
            below = asyncio.Task(eager(name, depth - 1), loop=loop, name=f"{name}{depth - 1}", eager_start=True)
            log(f"{name}{depth} again in {asyncio.current_task().get_name()}, below done {below.done()}")
            await below
        elif name == "waits":
            await asyncio.sleep(0)
        log(f"{name}{depth} ends")
        return name

    asyncio.current_task().set_name("main")
    for name in ("waits", "ready"):
        task = asyncio.Task(eager(name, 2), loop=loop, name=f"{name}2", eager_start=True)
        log(f"main done {task.done()}")
        log(await outcome(task))
        log(f"left {len(asyncio.all_tasks())}")


@scenario
async def an_eager_task_may_fail_or_be_cancelled_where_it_waits(log):
    loop = asyncio.get_running_loop()

    async def fails():
        raise Failed("at once")

    task = asyncio.Task(fails(), loop=loop, eager_start=True)
    log(f"done {task.done()}")
    log(await outcome(task))
    task = asyncio.Task(work(log, "a", 5), loop=loop, eager_start=True)
    task.cancel()
    log(await outcome(task))
