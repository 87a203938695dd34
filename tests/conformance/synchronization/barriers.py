import asyncio

async def party(barrier, n, delay):
    await asyncio.sleep(delay)
    try:
        index = await barrier.wait()
        print(n, "passes as", index)
        return index
    except asyncio.BrokenBarrierError as error:
        print(n, "broken:", error)

async def main():
    barrier = asyncio.Barrier(3)
    print(repr(barrier).split(" ", 3)[-1], barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*[party(barrier, n, 0.1 * n) for n in range(6)])
    async with asyncio.Barrier(1) as position:
        print("alone at", position)

    waiting = [asyncio.create_task(party(barrier, n, 0)) for n in "ab"]
    await asyncio.sleep(0.01)
    print(barrier.n_waiting, repr(barrier).split(" ", 3)[-1])
    await barrier.reset()
    await asyncio.gather(*waiting)
    print(repr(barrier).split(" ", 3)[-1])

    waiting = [asyncio.create_task(party(barrier, n, 0)) for n in "cd"]
    await asyncio.sleep(0.01)
    await barrier.abort()
    await asyncio.gather(*waiting, party(barrier, "late", 0))
    print(barrier.broken, barrier.n_waiting, repr(barrier).split(" ", 3)[-1])
    await barrier.reset()
    print(barrier.broken)

    waiting = [asyncio.create_task(party(barrier, n, 0)) for n in "ef"]
    await asyncio.sleep(0.01)
    waiting[0].cancel()
    await asyncio.sleep(0.01)
    print(barrier.n_waiting)
    print(await asyncio.gather(*waiting, party(barrier, "g", 0), party(barrier, "h", 0.1), return_exceptions=True))
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)

asyncio.run(main())
