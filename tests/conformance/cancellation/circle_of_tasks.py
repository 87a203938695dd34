# Tasks that wait for each other in a circle: none can take a cancellation, and cancel says so.
import asyncio

tasks = {}

async def waits(other):
    await asyncio.sleep(0)
    await tasks[other]

def cancel(name):
    try:
        print(name, "cancel gives", tasks[name].cancel())
    except RecursionError:
        print(name, "RecursionError")
    print(name, tasks[name].done(), tasks[name].cancelling() > 0)

async def gathers(*others, errors=False):
    await asyncio.sleep(0)
    try:
        print("gathered", await asyncio.gather(*(tasks.get(name) or name for name in others), return_exceptions=errors))
    except Exception as error:
        print("gathers", repr(error))

async def circle_of_gathers():
    tasks.clear()
    before, after, breaks = (asyncio.get_running_loop().create_future() for _ in range(3))
    tasks["f"] = asyncio.create_task(gathers(before, "g", after))
    tasks["g"] = asyncio.create_task(gathers("f", breaks))
    tasks["outside"] = asyncio.create_task(gathers("f", errors=True))
    tasks["h"] = asyncio.create_task(waits("i"))
    tasks["i"] = asyncio.create_task(gathers("h"))
    await asyncio.sleep(0.1)
    for name in "outside", "f", "g", "h", "i":
        cancel(name)
    print(before.cancelled(), after.cancelled(), breaks.cancelled())
    print(tasks["f"].cancelling() > 100, tasks["g"].cancelling() > 100, tasks["outside"].cancelling())
    await asyncio.sleep(1)
    # What one of them gathers fails: the circle is open, and nobody has been cancelled by what went before.
    breaks.done() or breaks.set_exception(ValueError("opened"))
    await asyncio.sleep(0)
    after.done() or after.set_result("after")
    await asyncio.sleep(1)
    print([(name, tasks[name].done()) for name in tasks])

async def main():
    tasks["c"] = asyncio.create_task(waits("d"))
    tasks["d"] = asyncio.create_task(waits("e"))
    tasks["e"] = asyncio.create_task(waits("c"))
    tasks["outside"] = asyncio.create_task(waits("c"))
    tasks["itself"] = asyncio.create_task(waits("itself"))
    await asyncio.sleep(0.1)
    for name in tasks:
        cancel(name)
    await asyncio.sleep(1)
    print([name for name in tasks if tasks[name].done()])
    await circle_of_gathers()
    # Many ways to one gather are no circle.
    shared = asyncio.gather(asyncio.sleep(5), asyncio.sleep(6))
    layer = [shared]
    for _ in range(5):
        layer = [asyncio.gather(*layer, return_exceptions=True) for _ in range(2)]
    top = asyncio.gather(*layer)
    print(top.cancel())
    try:
        await top
    except asyncio.CancelledError:
        print("all cancelled", shared.done())

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: None)
loop.run_until_complete(main())
