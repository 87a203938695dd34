# The commonest mistake of all: the coroutine is dropped, and warns, only after the traceback.
import asyncio
async def fetch(): return {'a': 1}
async def main():
    data = fetch()
    print(data['a'])
asyncio.run(main())
