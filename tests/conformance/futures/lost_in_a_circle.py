# An error that nobody looked at, of a task that only the collector finds.
import asyncio
class Box: pass
async def fails(box):
    box.me = asyncio.current_task()
    box.self = box
    raise ValueError("in a circle")
async def main():
    asyncio.create_task(fails(Box()))
    await asyncio.sleep(0.1)
    print("end")
asyncio.run(main())
