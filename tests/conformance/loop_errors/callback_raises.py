# Without a handler the error of a callback goes to stderr, and the loop goes on.
import asyncio

def breaks():
    raise ValueError("in a callback")

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(breaks)
    await asyncio.sleep(0.1)
    print("main goes on")
    loop.call_exception_handler({"message": "said by the program", "exception": None, "extra": [1, 2]})

asyncio.run(main())
