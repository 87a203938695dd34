# Old tutorials gather, make tasks and make futures at the top level, before there is a loop: the first of them makes one
# and CPython says that it should not have to.
import asyncio


async def double(number):
    await asyncio.sleep(0.1)
    return number * 2


gathered = asyncio.gather(double(1), double(2))
loop = asyncio.get_event_loop()
future = asyncio.Future()
task = asyncio.ensure_future(double(3))
loop.call_later(0.5, future.set_result, "set")
print(loop.run_until_complete(gathered))
print(loop.run_until_complete(task), loop.run_until_complete(future))
print(gathered.get_loop() is loop, future.get_loop() is task.get_loop())
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.Future()
except RuntimeError as error:
    print(error)
