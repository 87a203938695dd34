# A loop that is left standing with a task: its handler is told.
import asyncio

async def waits():
    await asyncio.sleep(10)

async def main():
    asyncio.create_task(waits(), name="left over")
    await asyncio.sleep(0.1)
    return "end"

def handler(loop, context):
    print("handler:", context["message"], context["task"].get_name(), sorted(context))

loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
print(loop.run_until_complete(main()))
