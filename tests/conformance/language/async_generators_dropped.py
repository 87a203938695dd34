# Async generators that are dropped half-way: the loop closes them, in a task of its own.
import asyncio
async def gen(n):
    try:
        while True:
            yield n
            n += 1
    finally:
        print("cleanup begin", n)
        await asyncio.sleep(0.1)
        print("cleanup end", n)
async def main():
    g = gen(1)
    print(await anext(g))
    h = gen(100)
    print(await anext(h), await anext(h))
    del g
    print('deleted')
    await asyncio.sleep(0.05)
    print('main ends')
asyncio.run(main())
print('over')

import asyncio
async def ag(n):
    try:
        for i in range(n):
            yield i
    finally:
        print('fin', n)
async def user(n):
    async for x in ag(n):
        if x == 1: break
    print('user', n)
async def main():
    await asyncio.gather(user(3), user(4))
    print('--')
    gs = [ag(5), ag(6)]
    for g in gs: print(await anext(g))
    t = asyncio.create_task(asyncio.sleep(0))
    print(t.get_name())
    del g
    gs.pop()
    await t
    t = asyncio.create_task(asyncio.sleep(0))
    print(t.get_name())
    never = ag(9)
    async with Ctx() as c: print(c)
    print('end')
class Ctx:
    async def __aenter__(self): return 'ctx'
    async def __aexit__(self, *a): print('aexit')
asyncio.run(main())
print('out')

import asyncio
async def stream():
    print('open')
    try:
        while True:
            yield 'row'
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        print('gen cancelled'); raise
    except GeneratorExit:
        print('gen exit'); raise
    finally:
        await asyncio.sleep(0.05)
        print('close')
async def consumer():
    async for r in stream():
        print(r)
async def main():
    t = asyncio.create_task(consumer())
    await asyncio.sleep(0.25)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('consumer cancelled')
    async for r in stream(): break
    await asyncio.sleep(0.2)
    try:
        async for r in stream(): raise KeyError('stop')
    except KeyError as e: print('ke', e)
    print('main end')
asyncio.run(main())

import asyncio
async def bad():
    try:
        yield 1
        yield 2
    finally:
        raise ValueError('in cleanup')
async def main():
    async for x in bad():
        print(x)
        break
    await asyncio.sleep(0.01)
    print('still')
    g = bad()
    await anext(g)
    print('leave it')
asyncio.run(main())
print('out')

import asyncio
async def g():
    try: yield 1
    except GeneratorExit: yield 2
async def main():
    a = g(); await anext(a)
    try: await a.aclose()
    except RuntimeError as e: print(e)
    async for x in g(): break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('x')
asyncio.run(main())
