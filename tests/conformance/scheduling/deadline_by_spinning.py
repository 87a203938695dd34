import asyncio, time

async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 0.0005
    turns = 0
    while loop.time() < deadline:
        turns += 1
        await asyncio.sleep(0)
    print(turns)
    end = time.monotonic() + 0.001
    reads = 0
    while time.monotonic() < end:
        reads += 1
    print(reads)

asyncio.run(main())
