import asyncio

async def work(n):
    try:
        print("try", n)
        await asyncio.sleep(0.1 * n)
        if n == 2:
            raise LookupError(n)
        return n
    except LookupError as e:
        print("except", e)
        return -n
    else:
        print("else", n)
    finally:
        print("finally", n)

async def main():
    print(await asyncio.gather(*map(work, [3, 2, 1])))

asyncio.run(main())
