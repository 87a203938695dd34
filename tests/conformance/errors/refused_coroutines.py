# When asyncio refuses its arguments: the coroutines among them live as long as the exception does.
import asyncio


async def dish(n):
    return n


try:
    asyncio.create_task(dish(1))
except RuntimeError as error:
    print(error)
print("after create_task")


async def main():
    try:
        await asyncio.wait([dish(1), dish(2)])
    except TypeError as error:
        print(error)
    print("after wait")
    try:
        asyncio.run(dish(3))
    except RuntimeError as error:
        print(error)
    print("after run")
    for wrong in (lambda: asyncio.create_task(), lambda: asyncio.create_task(dish(4), dish(5)),
                  lambda: asyncio.create_task(dish(6), nam="x"), lambda: asyncio.gather(dish(7), 5)):
        try:
            await wrong()
        except TypeError as error:
            print(error)
        print("after wrong")


asyncio.run(main())
