import asyncio

async def nap():
    await asyncio.sleep(3600)

async def main():
    tasks = [asyncio.create_task(nap()) for _ in range(100_000)]
    await asyncio.sleep(1)
    print(len(asyncio.all_tasks()))

asyncio.run(main())
print("all gone")
