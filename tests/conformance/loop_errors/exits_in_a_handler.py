# SystemExit in an exception handler ends the program.
import asyncio

def handler(loop, context):
    print("handler", context["exception"])
    raise SystemExit(3)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    try:
        await asyncio.sleep(1)
        print("never")
    finally:
        print("main ends")

asyncio.run(main())
