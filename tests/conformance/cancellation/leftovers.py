import asyncio

async def left(n):
    try:
        await asyncio.sleep(100)
    finally:
        print("left", n)

async def one():
    t = asyncio.create_task(left(1))
    await asyncio.sleep(0)
    return t

t = asyncio.run(one())
print(t.cancelled(), t.done())
