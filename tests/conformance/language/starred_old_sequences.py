# What has only __getitem__ can stand behind a star, too: in calls as in displays.
import asyncio


class Three:
    def __getitem__(self, index):
        if index < 3:
            return index * 10
        raise IndexError(index)


class Broken:
    def __getitem__(self, index):
        raise ValueError(f"no item {index}")


class Plain:
    pass


def show(first, *rest, **named):
    print(first, rest, named)


async def double(number):
    return number * 2


class Coroutines:
    def __getitem__(self, index):
        if index > 1:
            raise IndexError
        return double(index + 1)


async def main():
    print(await asyncio.gather(*Coroutines()))


show(*Three())
show(-1, *Three(), *Three(), last=True)
print(*Three(), sep="-")
print([*Three()], (*Three(),), "{} {} {}".format(*Three()), max(*Three()))
for wrong in (Broken(), Plain(), None, 5):
    try:
        show(*wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
asyncio.run(main())
