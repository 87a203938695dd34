import asyncio

async def child(n):
    await asyncio.sleep(n)
    return n

async def main():
    tasks = [asyncio.create_task(child(n)) for n in (1, 2)]
    g = asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0.5)
    tasks[0].cancel("enough")
    print(await g)
    tasks = [asyncio.create_task(child(n)) for n in (1, 2)]
    g = asyncio.gather(*tasks)
    await asyncio.sleep(0.5)
    tasks[0].cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    print([t.done() for t in tasks])

asyncio.run(main())
