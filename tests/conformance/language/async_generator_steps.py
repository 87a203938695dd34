# asend, athrow and aclose, as parts of larger expressions.
import asyncio
async def gen():
    try:
        while True:
            try:
                x = yield "v"
                print("got", x)
            except ValueError as e:
                print("caught", e)
                yield "after throw"
    finally:
        await asyncio.sleep(0.1)
        print("fin")
async def main():
    g = gen()
    print(await g.asend(None))
    print(await g.asend(5))
    print(await g.athrow(ValueError("x")))
    print(await g.asend(1))
    await g.aclose()
    try:
        await g.asend(1)
    except StopAsyncIteration: print("stopped")
    g = gen()
    try:
        await g.asend(1)
    except TypeError as e: print(e)
    g2 = gen()
    await anext(g2)
    try:
        await g2.athrow(KeyError, KeyError("k"))
    except KeyError as e: print("out", e)
asyncio.run(main())
