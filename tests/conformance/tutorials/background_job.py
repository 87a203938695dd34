import asyncio

async def save(record):
    await asyncio.sleep(0.5)
    print("saved", record)

async def handle(number):
    print("handling", number)
    task = asyncio.create_task(save(number))
    await asyncio.sleep(0.1)
    print("answered", number)
    return task

async def main():
    jobs = set()
    for number in range(3):
        job = await handle(number)
        jobs.add(job)
        job.add_done_callback(jobs.discard)
    print("waiting for", len(jobs))
    while jobs:
        await asyncio.sleep(0.25)
        print("left", len(jobs))

asyncio.run(main())
