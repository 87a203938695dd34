import asyncio, time

async def spin(n):
    for _ in range(n):
        await asyncio.sleep(0)

async def main():
    start = time.time()
    await spin(100)
    print(f"{time.time() - start:.6f}")
    start = time.monotonic()
    await asyncio.gather(spin(10), spin(20), spin(5))
    print(f"{time.monotonic() - start:.6f}")
    start = time.perf_counter()
    await asyncio.create_task(spin(3))
    print(f"{time.perf_counter() - start:.6f}")

t = time.time()
asyncio.run(main())
print(f"{time.time() - t:.6f}")
asyncio.run(spin(0))
print(f"{time.time() - t:.6f}")
