import asyncio

async def ready():
    return 1

async def main():
    total = 0
    for _ in range(1_000_000):
        total += await ready()
    print(total)

asyncio.run(main())
