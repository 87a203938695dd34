import asyncio

async def ping(n):
    return await pong(n + 1)

async def pong(n):
    return await ping(n + 1)

async def main():
    try:
        await ping(0)
    except RecursionError as e:
        print(e)

asyncio.run(main())
