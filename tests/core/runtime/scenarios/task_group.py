import asyncio

from topic import Failed, new_topic, outcome, work

scenario = new_topic()


async def group_of(log, works, body=None, group=None):
    async with group or asyncio.TaskGroup() as group:
        for each in works:
            group.create_task(work(log, *each))
        if body:
            await body
    return "left"


async def log_outcome(log, name, awaitable):
    log(f"{name} {await outcome(awaitable)}, cancelling {asyncio.current_task().cancelling()}")


@scenario
async def it_waits_for_its_tasks(log):
    await log_outcome(log, "two", group_of(log, [("a", 2), ("b", 1)]))
    await log_outcome(log, "none", group_of(log, []))
    await log_outcome(log, "body", group_of(log, [("c", 1)], work(log, "body", 2)))


@scenario
async def a_task_that_fails_cancels_the_others(log):
    await log_outcome(log, "group", group_of(log, [("a", 9), ("b", 1, "fails")]))
    await log_outcome(log, "group", group_of(log, [("a", 1, "fails"), ("b", 1, "fails")]))
    await log_outcome(log, "group", group_of(log, [("a", 9, "fails late"), ("b", 1, "fails")]))
    await log_outcome(log, "group", group_of(log, [("a", 2, "refuses"), ("b", 1, "fails")]))


@scenario
async def a_task_that_fails_cancels_the_body(log):
    await log_outcome(log, "group", group_of(log, [("a", 1, "fails")], work(log, "body", 9)))
    await log_outcome(log, "group", group_of(log, [("a", 1, "fails")], work(log, "body", 9, "refuses")))
    await log_outcome(log, "group", group_of(log, [("a", 1, "fails")], work(log, "body", 9, "fails late")))
    await log_outcome(log, "then", work(log, "b", 1))


@scenario
async def a_body_that_fails_cancels_the_tasks(log):
    await log_outcome(log, "group", group_of(log, [("a", 9)], work(log, "body", 1, "fails")))
    await log_outcome(log, "group", group_of(log, [("a", 9, "fails late")], work(log, "body", 1, "fails")))


async def a_cancelled_task_is_no_error_body(group, log):
    task = group.create_task(work(log, "a", 9))
    group.create_task(work(log, "b", 2))
    await asyncio.sleep(0.001)
    task.cancel()


@scenario
async def a_task_that_is_cancelled_is_no_error(log):
    group = asyncio.TaskGroup()
    await log_outcome(log, "group", group_of(log, [], a_cancelled_task_is_no_error_body(group, log), group))


async def cancelled_after(log, milliseconds, works, body=None):
    async def whole():
        await log_outcome(log, "group", group_of(log, works, body))
        await log_outcome(log, "next", work(log, "next", 1))

    task = asyncio.create_task(whole())
    await asyncio.sleep(milliseconds / 1000)
    task.cancel()
    await log_outcome(log, "task", task)


@scenario
async def a_cancellation_from_outside_cancels_all_and_is_passed_on(log):
    await cancelled_after(log, 2, [("a", 9), ("b", 1)])
    await cancelled_after(log, 1, [("a", 9)], work(log, "body", 9))


@scenario
async def a_cancellation_from_outside_that_meets_with_errors_is_asked_for_again(log):
    await cancelled_after(log, 1, [("a", 9, "fails late")])


async def slow(log, name):
    try:
        await asyncio.sleep(0.009)
    except asyncio.CancelledError:
        await asyncio.sleep(0.002)
        log(f"{name} ended slowly")
        raise


@scenario
async def a_cancellation_from_outside_while_it_aborts_is_asked_for_again(log):
    async def aborts():
        async with asyncio.TaskGroup() as group:
            group.create_task(slow(log, "a"))
            group.create_task(work(log, "b", 1, "fails"))

    async def whole():
        await log_outcome(log, "group", aborts())
        await log_outcome(log, "next", work(log, "next", 1))

    task = asyncio.create_task(whole())
    await asyncio.sleep(0.002)
    task.cancel()
    await log_outcome(log, "task", task)


@scenario
async def cancelled_twice_it_still_waits_for_its_tasks(log):
    async def whole():
        async with asyncio.TaskGroup() as group:
            group.create_task(slow(log, "a"))

    task = asyncio.create_task(whole())
    for _ in range(2):
        await asyncio.sleep(0.001)
        task.cancel()
    log(await outcome(task))
    log(f"cancelling {task.cancelling()}")


@scenario
async def groups_nest(log):
    await log_outcome(log, "inner fails", group_of(log, [("a", 9)], group_of(log, [("b", 9), ("c", 1, "fails")])))
    await log_outcome(log, "outer fails", group_of(log, [("a", 1, "fails")], group_of(log, [("b", 9)])))
    await log_outcome(log, "both fail", group_of(log, [("a", 1, "fails")], group_of(log, [("b", 1, "fails")])))
    await log_outcome(log, "inner fails late", group_of(log, [("a", 1, "fails")], group_of(log, [("b", 9, "fails late")])))


async def under(limit, body):
    async with limit:
        return await body


@scenario
async def a_timeout_around_it_or_inside_it_is_blamed_for_its_own(log):
    await log_outcome(log, "around", under(asyncio.timeout(0.001), group_of(log, [("a", 9)])))
    await log_outcome(log, "inside", group_of(log, [("b", 9)], under(asyncio.timeout(0.001), work(log, "body", 9))))
    await log_outcome(log, "both", under(asyncio.timeout(0.001), group_of(log, [("c", 9, "fails late")])))


@scenario
async def it_takes_tasks_until_it_ends_or_fails(log):
    group = asyncio.TaskGroup()

    def attempt():
        try:
            group.create_task(asyncio.sleep(0.001))
            log("took it")
        except RuntimeError as error:
            log(str(error).replace(repr(group) + " ", ""))

    async def late():
        await asyncio.sleep(0.001)
        attempt()
        try:
            await asyncio.sleep(0.009)
        except asyncio.CancelledError:
            attempt()
            raise Failed("late")

    async def whole():
        async with group:
            attempt()
            group.create_task(late())
            group.create_task(work(log, "a", 3, "fails"))

    attempt()
    await log_outcome(log, "group", whole())
    attempt()
