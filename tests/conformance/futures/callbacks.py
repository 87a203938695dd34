import asyncio

def done(n):
    def callback(fut):
        print("callback", n, fut.result())
    return callback

async def main():
    fut = asyncio.get_running_loop().create_future()
    first = done(1)
    fut.add_done_callback(first)
    fut.add_done_callback(done(2))
    fut.add_done_callback(first)
    print("removed", fut.remove_done_callback(first))
    fut.set_result("x")
    print("set")
    await asyncio.sleep(0)
    fut.add_done_callback(done(3))
    print("added late")
    await asyncio.sleep(0)

asyncio.run(main())
