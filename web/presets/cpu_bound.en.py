import asyncio

# Computing waits for nothing,
# and the event loop runs one thing at a time.
LIMITS = [4000, 3000, 5000]


def count_primes(limit):
    sieve = [True] * (limit + 1)
    count = 0
    for number in range(2, limit + 1):
        if sieve[number]:
            count += 1
            for other in range(number * number, limit + 1, number):
                sieve[other] = False
    return count

# %% in turn
for limit in LIMITS:
    print(f"{count_primes(limit)} primes up to {limit}")

# %% as tasks
async def report(limit):
    print(f"{count_primes(limit)} primes up to {limit}")


async def main():
    # Three tasks, but nothing to await:
    # each runs to its end before the next.
    await asyncio.gather(*[report(limit) for limit in LIMITS])


asyncio.run(main())
