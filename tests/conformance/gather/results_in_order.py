import asyncio

async def site(name, delay):
    await asyncio.sleep(delay)
    print("answer from", name)
    return name, delay

async def main():
    results = await asyncio.gather(site("naver", 0.17), site("google", 0.33), site("instagram", 0.07))
    for name, delay in results:
        print(f"{name:<10}|{delay:>6.2f}")
    print(type(results).__name__)

asyncio.run(main())
