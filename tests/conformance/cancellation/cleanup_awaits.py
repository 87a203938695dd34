import asyncio

async def job():
    try:
        await asyncio.sleep(5)
    finally:
        print("cleaning")
        await asyncio.sleep(0.5)
        print("clean")

async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0.1)
    t.cancel()
    print(t.done())
    try:
        await t
    except asyncio.CancelledError:
        print("gone at", round(asyncio.get_running_loop().time() - 1000, 4))

asyncio.run(main())
