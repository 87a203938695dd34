# as_completed over one that returns: first, last, already done; and given up from outside.
import asyncio

log = []

def say(*words):
    print(f"{asyncio.get_running_loop().time():.6f}", *words)

def shown(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    if future.exception() is not None:
        return repr(future.exception())
    return repr(future.result())

async def special(delay):
    if delay:
        await asyncio.sleep(delay)
    return "special"

def prepare(delay):
    return asyncio.create_task(special(delay), name="special")

async def plain(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        log.append(name)
        raise
    return name

async def settle(task):
    await asyncio.wait([task])
    say("done before:", shown(task))

# Where the special one ends, and how long it and its siblings take.
POSITIONS = {
    "first": (0.1, 0.2, 0.3),
    "last": (0.3, 0.1, 0.2),
    "already done": (0, 0.1, 0.2),
}

async def siblings(position):
    delay, *others = POSITIONS[position]
    task = prepare(delay)
    if position == "already done":
        await settle(task)
    rest = [asyncio.create_task(plain(f"plain {n}", d), name=f"plain {n}") for n, d in enumerate(others)]
    return [rest[0], task, rest[1]]

async def by_for(position, timeout=None):
    say("-- for,", position, timeout)
    tasks = await siblings(position)
    log.clear()
    for earliest in asyncio.as_completed(tasks, timeout=timeout):
        try:
            say("got", await earliest)
        except (Exception, asyncio.CancelledError) as error:
            say("raised", repr(error))
    say([shown(task) for task in tasks], log)
    await asyncio.wait(tasks)

async def by_async_for(position, timeout=None):
    say("-- async for,", position, timeout)
    tasks = await siblings(position)
    log.clear()
    try:
        async for task in asyncio.as_completed(tasks, timeout=timeout):
            say("got", task.get_name(), shown(task), task in tasks)
    except TimeoutError as error:
        say("raised", repr(error))
    say([shown(task) for task in tasks], log)
    await asyncio.wait(tasks)

async def given_up(position):
    say("-- given up,", position)
    tasks = await siblings(position)
    log.clear()

    async def collect():
        async for task in asyncio.as_completed(tasks):
            say("got", shown(task))

    collector = asyncio.create_task(collect())
    asyncio.get_running_loop().call_later(0.15, collector.cancel, "no more")
    try:
        await collector
        say("collected")
    except asyncio.CancelledError as error:
        say("raised", repr(error))
    say([shown(task) for task in tasks], log)
    await asyncio.wait(tasks)
    say([shown(task) for task in tasks])

async def main():
    for position in POSITIONS:
        for limit in (None, 0.15):
            await by_for(position, limit)
            await by_async_for(position, limit)
        await given_up(position)

asyncio.run(main())
