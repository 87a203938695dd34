import asyncio

class Odd:
    def __await__(self):
        yield 42

async def main():
    try:
        await Odd()
    except RuntimeError as e:
        print(str(e).split(":")[-1].strip())

asyncio.run(main())
