# TaskGroup with one that raises: first, last, already done; and given up from outside.
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

def described(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}({error.message!r}, {[described(e) for e in error.exceptions]})"
    return repr(error)

async def plain(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        log.append(name)
        raise
    return name

# Where the special one ends, and how long it and its siblings take.
POSITIONS = {
    "first": (0.1, 0.2, 0.3),
    "last": (0.3, 0.1, 0.2),
    "already done": (0, 0.1, 0.2),
}

async def attempt(position, body_delay, body_error=None):
    say("--", position, body_delay, body_error)
    delay, *others = POSITIONS[position]
    log.clear()
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks.append(group.create_task(plain("plain 0", others[0])))
            tasks.append(group.create_task(special(delay)))
            tasks.append(group.create_task(plain("plain 1", others[1])))
            if position == "already done":
                await asyncio.wait([tasks[1]])
                say("done before:", shown(tasks[1]))
            try:
                await asyncio.sleep(body_delay)
            except asyncio.CancelledError as error:
                say("body was told", error.args, asyncio.current_task().cancelling())
                raise
            say("body ends", group)
            if body_error is not None:
                raise body_error
        say("group ended", group)
    except BaseException as error:
        say("raised", described(error))
    say([shown(task) for task in tasks], sorted(log), asyncio.current_task().cancelling())

async def given_up(position):
    say("-- given up,", position)
    task = asyncio.create_task(attempt(position, 0))
    asyncio.get_running_loop().call_later(0.15, task.cancel, "no more")
    await asyncio.wait([task])
    say(shown(task), task.cancelling())

async def main():
    for position in POSITIONS:
        await attempt(position, 0)
        await attempt(position, 0.15)
        await attempt(position, 0.5)
        await attempt(position, 0.15, OSError("body"))
        await given_up(position)

asyncio.run(main())
