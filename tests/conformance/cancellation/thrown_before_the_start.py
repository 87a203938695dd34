# What is thrown into a coroutine or generator before it has begun meets no try, even if that is its first statement.
import asyncio
@(lambda f: f)
async def slow(
        x):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled'); raise
    finally: print('fin')
def g():
    try: yield 1
    except ValueError: print('never')
    finally: print('never')
it = g()
try: it.throw(ValueError('x'))
except ValueError as e: print(e, e.__traceback__.tb_next.tb_lineno if e.__traceback__.tb_next else None)
async def ag():
    try: yield 1
    finally: print('never')
async def main():
    a = ag()
    try: await a.athrow(KeyError('k'))
    except KeyError as e: print(repr(e))
    b = ag()
    await b.aclose()
    c = slow(1)
    try: c.throw(ValueError('direct'))
    except ValueError as e: print(e)
    d = slow(1); d.close()
    t = asyncio.create_task(slow(1))
    t.cancel()
    await t
asyncio.run(main())
