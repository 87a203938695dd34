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
