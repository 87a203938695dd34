import asyncio

async def late():
    try:
        await asyncio.sleep(10)
        print("never printed")
    finally:
        print("late is cleaned up")

async def main():
    asyncio.create_task(late())
    await asyncio.sleep(0.1)
    print("main ends")

asyncio.run(main())
print("after run")
