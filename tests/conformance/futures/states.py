import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled())
    try:
        f.result()
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        f.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    f.set_result(5)
    print(f, f.result(), f.exception())
    try:
        f.set_result(6)
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    g = loop.create_future()
    g.set_exception(ValueError("bad"))
    print(g, repr(g.exception()))
    try:
        await g
    except ValueError as e:
        print("raised", e)
    h = loop.create_future()
    print(h.cancel(), h.cancel(), h)
    try:
        await h
    except asyncio.CancelledError:
        print("cancelled")
    try:
        loop.create_future().set_exception(StopIteration)
    except TypeError as e:
        print(e)

asyncio.run(main())
