# async for, async generators, async comprehensions: order, else, break, closing.
import asyncio


class Ticker:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        print("aiter")
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0.1)
        return self.i


async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
    finally:
        print("numbers closed")


async def main():
    async for x in Ticker(3):
        if x == 2:
            continue
        print(x)
    else:
        print("else")
    async for x in Ticker(3):
        break
    else:
        print("never")
    print(x)
    async for a, b in pairs():
        print(a, b)
    print([x async for x in numbers(3)])
    print({x: await double(x) async for x in numbers(3) if x})
    print({x async for x in numbers(2)}, [await double(x) for x in range(3)])
    print([x + y async for x in numbers(2) for y in [10, 20]])
    print([y for x in [1, 2] async for y in numbers(x)])
    generator = (x * 2 async for x in numbers(3))
    print(type(generator).__name__, await anext(generator), [x async for x in generator])
    g = numbers(5)
    print(await anext(g), await g.asend("hello"), await g.__anext__())
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print(repr(e))
    print(await anext(g, "default"))
    t = numbers(3)
    await anext(t)
    try:
        await t.athrow(ValueError("thrown"))
    except ValueError as e:
        print(repr(e))
    try:
        async for x in failing():
            print(x)
    except KeyError as e:
        print(repr(e))

    async def inner():
        async for x in numbers(10):
            if x == 2:
                return x

    print(await inner())
    await asyncio.sleep(0)
    print("before the end")
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        for x in numbers(1):
            pass
    except TypeError as e:
        print(e)
    results = await asyncio.gather(*(consume(n) for n in (1, 2)))
    print(results)


async def consume(n):
    return [x async for x in Ticker(n)]


async def pairs():
    yield 1, 2
    await asyncio.sleep(0.1)
    yield "ab"


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def failing():
    yield "first"
    raise KeyError("in the generator")


asyncio.run(main())
