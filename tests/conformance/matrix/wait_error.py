# wait over one that raises: first, last, already done; and given up from outside.
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
    raise LookupError("special")

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

def names(tasks):
    return sorted(task.get_name() for task in tasks)

async def attempt(position, return_when, timeout=None):
    say("--", position, return_when, timeout)
    tasks = await siblings(position)
    log.clear()
    done, pending = await asyncio.wait(tasks, return_when=return_when, timeout=timeout)
    say("done", names(done), "pending", names(pending))
    say([shown(task) for task in tasks])
    if pending:
        done, pending = await asyncio.wait(pending)
        say("then", names(done), names(pending), log)

async def given_up(position):
    say("-- given up,", position)
    tasks = await siblings(position)
    log.clear()
    waiter = asyncio.create_task(asyncio.wait(tasks))
    asyncio.get_running_loop().call_later(0.15, waiter.cancel, "no more")
    try:
        done, pending = await waiter
        say("done", names(done), names(pending))
    except asyncio.CancelledError as error:
        say("raised", repr(error))
    say([shown(task) for task in tasks], log)
    await asyncio.wait(tasks)
    say([shown(task) for task in tasks])

async def main():
    for position in POSITIONS:
        await attempt(position, asyncio.FIRST_COMPLETED)
        await attempt(position, asyncio.FIRST_EXCEPTION)
        await attempt(position, asyncio.ALL_COMPLETED)
        await attempt(position, asyncio.ALL_COMPLETED, 0.15)
        await given_up(position)

asyncio.run(main())
