import asyncio
import time

# how many seconds each guest takes to eat
MEALS = {"A": 5, "B": 3, "C": 4}

# %% blocking
# time.sleep holds the whole program:
# one guest must finish before the next is served.
for name, seconds in MEALS.items():
    print(f"delivered to {name}")
    time.sleep(seconds)
    print(f"{name} has eaten, it took {seconds} s")

# %% one by one
async def delivery(name, seconds):
    print(f"delivered to {name}")
    await asyncio.sleep(seconds)
    print(f"{name} has eaten, it took {seconds} s")


async def main():
    # It awaits, but each one only begins
    # when the last has ended: no time is won.
    for name, seconds in MEALS.items():
        await delivery(name, seconds)


asyncio.run(main())

# %% gathered
async def delivery(name, seconds):
    print(f"delivered to {name}")
    await asyncio.sleep(seconds)
    print(f"{name} has eaten, it took {seconds} s")


async def main():
    # gather makes three tasks and waits for them together:
    # as long as the longest.
    await asyncio.gather(
        *[delivery(name, seconds) for name, seconds in MEALS.items()]
    )


asyncio.run(main())
