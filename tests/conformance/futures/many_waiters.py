import asyncio

async def wait(fut, n):
    print("waiting", n)
    value = await fut
    print("woken", n, value)

async def main():
    fut = asyncio.Future()
    tasks = [asyncio.create_task(wait(fut, n)) for n in range(5)]
    await asyncio.sleep(0.1)
    tasks[1].cancel()
    await asyncio.sleep(0)
    print(fut.cancelled())

asyncio.run(main())
