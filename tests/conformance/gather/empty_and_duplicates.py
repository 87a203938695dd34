import asyncio

async def once():
    print("runs once")
    return 7

async def main():
    print(await asyncio.gather())
    t = asyncio.create_task(once())
    print(await asyncio.gather(t, t, t))
    f = asyncio.gather(t)
    print(f.done())
    print(await f, f.done())

asyncio.run(main())
