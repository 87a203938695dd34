import asyncio

async def main():
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.is_closed(), loop.get_debug())
    print(loop is asyncio.get_event_loop())
    loop.stop

def stop(loop):
    print("stopping")
    loop.stop()

asyncio.run(main())
loop = asyncio.new_event_loop()
loop.call_later(1, stop, loop)
loop.call_soon(print, "soon")
loop.run_forever()
print(loop.is_running(), loop.time())
loop.close()
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
