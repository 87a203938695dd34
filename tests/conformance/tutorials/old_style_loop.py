import asyncio

async def work(n):
    await asyncio.sleep(n)
    print("worked", n)
    return n * 10

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    print(loop.run_until_complete(work(1)))
    tasks = [loop.create_task(work(n)) for n in (3, 1, 2)]
    print(loop.run_until_complete(asyncio.gather(*tasks)))
finally:
    loop.close()
print(loop.is_closed())
