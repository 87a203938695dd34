# gather over one that raises: first, last, already done; and given up from outside.
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

async def attempt(position, return_exceptions):
    say("--", position, return_exceptions)
    tasks = await siblings(position)
    log.clear()
    try:
        say("results", await asyncio.gather(*tasks, return_exceptions=return_exceptions))
    except (Exception, asyncio.CancelledError) as error:
        say("raised", repr(error))
    say([shown(task) for task in tasks])
    outer = asyncio.gather(*tasks, return_exceptions=True)
    say("again", await outer, log)

async def given_up(position):
    # The gather itself is cancelled while it waits.
    say("-- given up,", position)
    tasks = await siblings(position)
    log.clear()
    outer = asyncio.gather(*tasks)
    asyncio.get_running_loop().call_later(0.15, outer.cancel, "no more")
    try:
        say("results", await outer)
    except (Exception, asyncio.CancelledError) as error:
        say("raised", repr(error))
    say([shown(task) for task in tasks], sorted(log), outer.cancelled())
    await asyncio.wait(tasks)
    say([shown(task) for task in tasks])

async def main():
    for position in POSITIONS:
        await attempt(position, False)
        await attempt(position, True)
        await given_up(position)

asyncio.run(main())
