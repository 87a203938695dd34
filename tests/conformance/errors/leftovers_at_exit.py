# What only the globals keep alive says its last word when the program ends.
import asyncio


class Kitchen:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("closed", self.name)


async def brew():
    print("never")


def counter():
    try:
        yield 1
        yield 2
    finally:
        print("counter closed")


first = Kitchen("first")
forgotten = brew()
steps = counter()
print(next(steps))
_private = Kitchen("private")
loop_of_two = [Kitchen("in a list")]
loop_of_two.append(loop_of_two)
print("end of the program")
