import asyncio

async def quick():
    return "value"

async def other(tag):
    print("other", tag)

async def main():
    t = asyncio.create_task(quick())
    await asyncio.sleep(0)
    asyncio.create_task(other(1))
    print(t.done(), await t)
    print("no hop for a done task")
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
