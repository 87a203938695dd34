import asyncio

async def leaf(n):
    return n

async def chain(n):
    if n == 0:
        return await leaf(0)
    return 1 + await chain(n - 1)

async def other():
    print("other ran")

async def main():
    t = asyncio.create_task(other())
    print(await chain(50))
    print("before other")
    await asyncio.sleep(0)
    print("after other", t.done())

asyncio.run(main())
