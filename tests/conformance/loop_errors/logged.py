# With logging, what a loop has to say goes to the logger "asyncio".
import asyncio
import logging
import sys
import time

class Masked:
    def write(self, text):
        sys.stdout.write(text.replace(__file__, "FILE"))

    def flush(self):
        pass

logging.basicConfig(level=logging.INFO, stream=Masked(), format="%(levelname)s:%(name)s:%(message)s")

async def fails():
    raise ValueError("lost")

def slow(seconds):
    time.sleep(seconds)

async def main(debug):
    loop = asyncio.get_running_loop()
    loop.set_debug(debug)
    asyncio.create_task(fails()) if not debug else loop.create_task(asyncio.sleep(0))
    loop.call_soon(slow, 0.3)
    await asyncio.sleep(1)
    if debug:
        return
    loop.call_exception_handler({"message": "own words", "number": 5})
    try:
        raise OSError("an error of one's own")
    except OSError as error:
        loop.call_exception_handler({"message": "with an exception", "exception": error})
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    loop.call_exception_handler({"message": "not heard"})
    logging.getLogger("asyncio").setLevel(logging.NOTSET)
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    loop.call_exception_handler({"message": "to the handler"})
    asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    print("end")

asyncio.run(main(False))
asyncio.run(main(True))
