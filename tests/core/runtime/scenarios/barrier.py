import asyncio

from topic import new_topic

scenario = new_topic()


async def passes(log, barrier, name, delay=0):
    await asyncio.sleep(delay)
    try:
        index = await barrier.wait()
        log(f"{name} index {index}")
    except asyncio.BrokenBarrierError as error:
        log(f"{name} {error}")


def start(log, barrier, names):
    return [asyncio.create_task(passes(log, barrier, name)) for name in names]


async def results(log, tasks):
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            log("lost")


@scenario
async def it_opens_for_all_when_it_is_full_again_and_again(log):
    barrier = asyncio.Barrier(2)
    tasks = start(log, barrier, "abcde")
    await asyncio.sleep(0.001)
    log(f"waiting {barrier.n_waiting}")
    tasks += start(log, barrier, "f")
    await results(log, tasks)


@scenario
async def a_cancelled_one_leaves_its_place(log):
    barrier = asyncio.Barrier(3)
    tasks = start(log, barrier, "ab")
    await asyncio.sleep(0.001)
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log(f"waiting {barrier.n_waiting}")
    tasks += start(log, barrier, "cd")
    await results(log, tasks)


@scenario
async def a_reset_breaks_those_who_wait(log):
    barrier = asyncio.Barrier(3)
    tasks = start(log, barrier, "ab")
    await asyncio.sleep(0.001)
    await barrier.reset()
    log(f"broken {barrier.broken}")
    tasks += start(log, barrier, "cde")
    await results(log, tasks)


@scenario
async def an_abort_breaks_it_until_a_reset(log):
    barrier = asyncio.Barrier(2)
    tasks = start(log, barrier, "a")
    await asyncio.sleep(0.001)
    await barrier.abort()
    log(f"broken {barrier.broken}")
    tasks += start(log, barrier, "b")
    await results(log, tasks)
    await barrier.reset()
    log(f"broken {barrier.broken}")
    tasks = start(log, barrier, "cd")
    await results(log, tasks)
