import asyncio

from topic import new_topic, outcome, work

scenario = new_topic()


def cancelling():
    return asyncio.current_task().cancelling()


async def under(log, limit, body):
    async with limit:
        return await body


async def log_outcome(log, name, awaitable):
    log(f"{name} {await outcome(awaitable)}, cancelling {cancelling()}")


@scenario
async def it_cancels_what_is_late_and_takes_the_cancellation_back(log):
    limit = asyncio.timeout(0.002)
    await log_outcome(log, "early", under(log, limit, work(log, "a", 1)))
    log(f"expired {limit.expired()}")
    limit = asyncio.timeout(0.002)
    await log_outcome(log, "late", under(log, limit, work(log, "b", 3)))
    log(f"expired {limit.expired()}")
    await log_outcome(log, "refused", under(log, asyncio.timeout(0.002), work(log, "c", 3, "refuses")))
    await log_outcome(log, "failed", under(log, asyncio.timeout(0.002), work(log, "d", 3, "fails late")))
    await log_outcome(log, "then", work(log, "e", 1))


@scenario
async def the_inner_one_is_blamed_when_it_comes_first(log):
    outer, inner = asyncio.timeout(0.003), asyncio.timeout(0.002)
    async with outer:
        await log_outcome(log, "inner", under(log, inner, work(log, "a", 9)))
    log(f"expired {outer.expired()} {inner.expired()}")


@scenario
async def the_outer_one_is_blamed_when_it_comes_first(log):
    outer, inner = asyncio.timeout(0.002), asyncio.timeout(0.003)

    async def nested():
        return await outcome_and_pass(log, under(log, inner, work(log, "a", 9)))

    await log_outcome(log, "outer", under(log, outer, nested()))
    log(f"expired {outer.expired()} {inner.expired()}")


async def outcome_and_pass(log, awaitable):
    try:
        return await awaitable
    except BaseException as error:
        log(f"inner {await outcome(raises(error))}, cancelling {cancelling()}")
        raise


async def raises(error):
    raise error


@scenario
async def of_two_that_come_together_the_outer_one_is_blamed(log):
    when = asyncio.get_running_loop().time() + 0.002
    outer, inner = asyncio.timeout_at(when), asyncio.timeout_at(when)

    async def nested():
        return await outcome_and_pass(log, under(log, inner, work(log, "a", 9)))

    await log_outcome(log, "outer", under(log, outer, nested()))
    log(f"expired {outer.expired()} {inner.expired()}")


@scenario
async def a_cancellation_from_outside_is_none_of_its_own(log):
    async def limited(delay):
        await log_outcome(log, "limited", under(log, asyncio.timeout(delay), work(log, "a", 9)))

    for pause in (0.001, 0.002):
        task = asyncio.create_task(limited(0.002))
        await asyncio.sleep(pause)
        task.cancel()
        await log_outcome(log, "task", task)


@scenario
async def a_cancellation_in_the_turn_of_the_deadline_stays(log):
    async def limited():
        await log_outcome(log, "limited", under(log, asyncio.timeout(0.002), work(log, "a", 9)))

    task = asyncio.create_task(limited())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.002, task.cancel)
    await log_outcome(log, "task", task)


@scenario
async def its_deadline_moves(log):
    async def moves(limit, deadline):
        await asyncio.sleep(0.001)
        limit.reschedule(deadline)
        log(f"has one {limit.when() is not None}")
        return await work(log, "a", 4)

    loop = asyncio.get_running_loop()
    limit = asyncio.timeout(0.002)
    await log_outcome(log, "later", under(log, limit, moves(limit, loop.time() + 0.009)))
    limit = asyncio.timeout(0.002)
    await log_outcome(log, "never", under(log, limit, moves(limit, None)))
    limit = asyncio.timeout(0.009)
    await log_outcome(log, "sooner", under(log, limit, moves(limit, loop.time() + 0.003)))
    limit = asyncio.timeout(None)
    await log_outcome(log, "past", under(log, limit, moves(limit, loop.time() - 1)))


@scenario
async def no_time_at_all_cancels_at_the_first_wait(log):
    async def ready():
        return "ready"

    for delay in (0, -1):
        await log_outcome(log, "ready", under(log, asyncio.timeout(delay), ready()))
        await log_outcome(log, "waits", under(log, asyncio.timeout(delay), work(log, "a", 1)))


@scenario
async def what_it_does_not_allow_it_says(log):
    async def moves(limit):
        try:
            limit.reschedule(None)
        except RuntimeError as error:
            log(error)

    limit = asyncio.timeout(0.001)
    await moves(limit)
    await log_outcome(log, "runs", under(log, limit, moves(limit)))
    await moves(limit)
    await log_outcome(log, "again", under(log, limit, asyncio.sleep(0)))
    limit = asyncio.timeout(0.001)
    await log_outcome(log, "late", under(log, limit, work(log, "a", 2)))
    await moves(limit)


@scenario
async def wait_for_without_time_never_starts_a_coroutine(log):
    for delay in (0, -1):
        await log_outcome(log, "coroutine", asyncio.wait_for(work(log, "a", 1), delay))
    task = asyncio.create_task(work(log, "b", 5, "refuses"))
    await asyncio.sleep(0.001)
    await log_outcome(log, "task", asyncio.wait_for(task, 0))
    await log_outcome(log, "done", asyncio.wait_for(task, 0))


@scenario
async def wait_for_cancels_the_task_that_it_waits_for(log):
    task = asyncio.create_task(work(log, "a", 5))
    await log_outcome(log, "wait_for", asyncio.wait_for(task, 0.002))
    log(f"cancelled {task.cancelled()}")
    future = asyncio.get_running_loop().create_future()
    await log_outcome(log, "wait_for", asyncio.wait_for(future, 0.002))
    log(f"cancelled {future.cancelled()}")
    task = asyncio.create_task(work(log, "b", 1))
    await log_outcome(log, "wait_for", asyncio.wait_for(task, 0.002))
