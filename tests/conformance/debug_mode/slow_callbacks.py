# Debug mode says which callback or step held the loop for long.
import asyncio
import sys
import time

def slow(seconds, label):
    time.sleep(seconds)
    print("slow", label)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration, loop)
    loop.call_soon(slow, 0.05, "not slow enough")
    loop.call_soon(slow, 0.3, "slow")
    await asyncio.sleep(1)
    time.sleep(0.2)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.5
    loop.call_soon(slow, 0.3, "allowed")
    loop.call_later(0.1, slow, 0.5, "at the limit")
    await asyncio.sleep(2)
    print(loop.slow_callback_duration)
    loop.slow_callback_duration = 1
    print(loop.slow_callback_duration)
    loop.set_debug(False)
    print(loop.get_debug())
    loop.call_soon(slow, 5, "nobody says so")
    await asyncio.sleep(0)
    loop.set_debug(True)
    loop.call_soon(slow, 1.2345, ["the", "last", "one"])
    await asyncio.sleep(0.1)
    loop.slow_callback_duration = 10

asyncio.run(main(), debug=True)
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
with asyncio.Runner(debug=False) as runner:
    print(runner.get_loop().get_debug())
print("end", file=sys.stderr)
