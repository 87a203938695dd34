import asyncio

async def work(x):
    await asyncio.sleep(x)
    return x

async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(work(1))
    b = asyncio.create_task(work(2), name="named")
    print(a.get_name(), b.get_name())
    b.set_name("renamed")
    print(b.get_name(), a.done(), a.cancelled())
    print(len(asyncio.all_tasks()))
    await a
    print(a.done(), a.result(), a.exception())
    await b
    print(b.result(), len(asyncio.all_tasks()))

asyncio.run(main())
