import asyncio

async def maybe(n):
    await asyncio.sleep(0.1 * n)
    if n % 2:
        raise ValueError(f"odd {n}")
    return n

async def main():
    for result in await asyncio.gather(*[maybe(n) for n in range(5)], return_exceptions=True):
        if isinstance(result, Exception):
            print("error", repr(result))
        else:
            print("value", result)

asyncio.run(main())
