import asyncio

from topic import new_topic, outcome, work

scenario = new_topic()


async def counts(log):
    me = asyncio.current_task()
    for _ in range(2):
        try:
            await asyncio.sleep(0.009)
        except asyncio.CancelledError as error:
            log(f"cancelled {error}, cancelling {me.cancelling()}")
    log(f"uncancel {me.uncancel()}")
    log(f"uncancel {me.uncancel()}")
    log(f"uncancel {me.uncancel()}")
    await asyncio.sleep(0.001)
    return "ends"


@scenario
async def requests_to_cancel_are_counted_and_taken_back(log):
    task = asyncio.create_task(counts(log))
    for number in range(2):
        await asyncio.sleep(0.001)
        log(f"cancel {task.cancel(f'request {number}')}")
    log(await outcome(task))
    log(f"cancel {task.cancel()}, cancelling {task.cancelling()}")


@scenario
async def a_request_that_was_taken_back_before_it_came_does_not_come(log):
    async def takes_back():
        me = asyncio.current_task()
        me.cancel()
        log(f"uncancel {me.uncancel()}")
        await asyncio.sleep(0.001)
        me.cancel()
        me.cancel()
        log(f"uncancel {me.uncancel()}")
        await asyncio.sleep(0.001)

    log(await outcome(asyncio.create_task(takes_back())))


@scenario
async def the_message_of_a_request_comes_to_who_waits(log):
    task = asyncio.create_task(work(log, "a", 9))
    await asyncio.sleep(0.001)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        log(f"main hears {error}")


@scenario
async def done_callbacks_run_in_their_order_among_who_waits(log):
    task = asyncio.create_task(work(log, "a", 1))
    task.add_done_callback(lambda _: log("first"))
    waiter = asyncio.create_task(outcome(task))
    waiter.add_done_callback(lambda _: log("of the waiter"))
    await asyncio.sleep(0)
    task.add_done_callback(lambda _: log("second"))
    await task
    log("main")
    task.add_done_callback(lambda _: log("late"))
    await waiter


@scenario
async def a_task_has_the_name_that_it_was_given(log):
    task = asyncio.create_task(work(log, "a", 1), name="given")
    log(task.get_name())
    task.set_name("another")
    log(task.get_name())
    asyncio.current_task().set_name("main")
    log(" ".join(sorted(each.get_name() for each in asyncio.all_tasks())))
    await task
    log(" ".join(each.get_name() for each in asyncio.all_tasks()))
