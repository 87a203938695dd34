# The error of a child leaves the program through the frame that holds the gather: a circle, which goes at the end.
import asyncio


async def child(delay):
    await asyncio.sleep(delay)
    raise ValueError(f"after {delay}")


async def caught():
    both = asyncio.gather(child(1), child(2))
    try:
        await both
    except ValueError as error:
        print(error, both.done(), kept)
        kept.append((both, error))
    again = asyncio.gather(child(1), return_exceptions=True)
    kept.append((again, await again))


async def main():
    await caught()
    some = asyncio.gather(child(3))
    await some


kept = []
asyncio.run(main())
