import asyncio

async def worker(name):
    for i in range(3):
        print(name, i)
        await asyncio.sleep(0)

async def main():
    tasks = [asyncio.create_task(worker(n)) for n in "abc"]
    print("created")
    await asyncio.sleep(0)
    print("main between")
    for t in tasks:
        await t
    print("end", asyncio.get_running_loop().time())

asyncio.run(main())
