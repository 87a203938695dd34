# Tasks of a loop that nobody runs any more: their finally blocks run when the program ends.
import asyncio

class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("close", self.name, exc_type.__name__)

async def inner(name):
    try:
        await asyncio.sleep(10)
    finally:
        print("inner ends", name)

async def worker(name):
    async with Resource(name):
        try:
            await inner(name)
        except GeneratorExit as error:
            print("told", name, repr(error))
            raise
        finally:
            print("ends", name)

async def not_begun():
    print("never")

async def waits_on():
    try:
        await asyncio.get_running_loop().create_future()
    except GeneratorExit:
        print("returns instead")

async def main(loop):
    for name in ("one", "two"):
        loop.create_task(worker(name))
    loop.create_task(waits_on())
    await asyncio.sleep(1)
    print("main ends")

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: None)  # it would name the tasks on stderr
loop.run_until_complete(main(loop))
loop.close()
print("end of the program")
