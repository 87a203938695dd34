"""What the topics' programs share; ../work.h is the same in C++. Not for running: see record.py."""

import asyncio


def new_topic():
    """A decorator that keeps what it decorates, in order, in its attribute `all`."""

    def scenario(function):
        scenario.all.append(function)
        return function

    scenario.all = []
    return scenario


class Failed(Exception):
    pass


async def work(log, name, milliseconds, end=""):
    """Sleeps, and ends with its name; or as `end` says: fails, refuses (to be cancelled), fails late (when cancelled)."""
    try:
        await asyncio.sleep(milliseconds / 1000)
    except asyncio.CancelledError:
        log(f"{name} cancelled")
        if end == "refuses":
            return name
        if end == "fails late":
            raise Failed(name)
        raise
    log(f"{name} done")
    if end == "fails":
        raise Failed(name)
    return name


def words(error):
    if isinstance(error, asyncio.CancelledError):
        return "cancelled"
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, BaseExceptionGroup):
        return f"group of {', '.join(words(inner) for inner in error.exceptions)}"
    return f"error {error}"


async def outcome(awaitable):
    try:
        return str(await awaitable)
    except BaseException as error:
        return words(error)
