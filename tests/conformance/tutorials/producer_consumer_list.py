import asyncio

buffer = []

async def produce(count):
    for number in range(count):
        buffer.append(number)
        print("put", number, "size", len(buffer))
        await asyncio.sleep(0.2)
    buffer.append(None)

async def consume(name):
    total = 0
    while True:
        while not buffer:
            await asyncio.sleep(0.05)
        item = buffer.pop(0)
        if item is None:
            break
        total += item
        print(f"{name} got {item:>2} total {total:03d}")
        await asyncio.sleep(0.3)
    return total

async def main():
    _, total = await asyncio.gather(produce(4), consume("reader"))
    print(total, asyncio.get_running_loop().time())

asyncio.run(main())
