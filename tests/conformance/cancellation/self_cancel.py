import asyncio

async def suicidal():
    asyncio.current_task().cancel("myself")
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("now", e)
        asyncio.current_task().uncancel()
    await asyncio.sleep(0)
    return asyncio.current_task().cancelling()

async def main():
    print(await asyncio.create_task(suicidal()))

asyncio.run(main())
