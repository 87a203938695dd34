import asyncio

def say(*words):
    print(*words)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, "soon", 1)
    loop.call_later(0.2, say, "later", 0.2)
    loop.call_later(0.1, say, "later", 0.1)
    loop.call_at(loop.time() + 0.15, say, "at", 0.15)
    handle = loop.call_later(0.12, say, "never")
    loop.call_soon(say, "soon", 2)
    handle.cancel()
    print("main", handle.cancelled())
    await asyncio.sleep(0)
    print("after one turn")
    await asyncio.sleep(0.3)
    print(loop.time())

asyncio.run(main())
