# with and async with: order, exceptions, targets, several managers.
import asyncio


class M:
    def __init__(self, name, fail=None, swallow=False):
        print("make", name)
        self.name, self.fail, self.swallow = name, fail, swallow

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise ValueError(f"enter {self.name}")
        return self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None, error, traceback is not None)
        if self.fail == "exit":
            raise KeyError(f"exit {self.name}")
        return self.swallow


def attempt(work):
    try:
        print("->", work())
    except Exception as e:
        print("->", repr(e), "context", repr(e.__context__))


def plain():
    with M("a") as a, M("b") as b:
        return a + b


def parenthesized():
    with (
        M("a") as a,
        M("b"),
    ):
        return a


def swallow():
    with M("a", swallow=True):
        with M("b"):
            1 / 0
    return "went on"


def inner_enter_fails():
    with M("a"), M("b", "enter"), M("c"):
        print("never")


def exit_fails():
    with M("a"), M("b", "exit"):
        1 / 0


def exit_fails_without_error():
    with M("a", "exit"):
        pass


def target_fails():
    with M("a") as (x, y):
        print("never")


def targets():
    box = {}
    with M("ab") as (x, y), M("c") as box["k"]:
        return x, y, box


def in_a_loop():
    for i in range(3):
        with M(i):
            if i == 0:
                continue
            break
    return i


def truthy_exit():
    class Odd:
        def __enter__(self):
            pass

        def __exit__(self, *details):
            return "yes" if details[0] is ValueError else 0

    with Odd():
        raise ValueError
    with Odd() as nothing:
        raise KeyError(nothing)


def no_protocol():
    with 5:
        pass


def only_enter():
    class Half:
        def __enter__(self):
            print("never entered")

    with Half():
        pass


def on_instance():
    class Plain:
        pass

    p = Plain()
    p.__enter__ = p.__exit__ = lambda *a: None
    with p:
        pass


def generator():
    with M("g"):
        yield 1
        yield 2


def closes_generator():
    for x in generator():
        return x


for each in (
    plain, parenthesized, swallow, inner_enter_fails, exit_fails, exit_fails_without_error, target_fails, targets,
    in_a_loop, truthy_exit, no_protocol, only_enter, on_instance, closes_generator,
):
    print(each.__name__)
    attempt(each)


class AM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("aenter", self.name)
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("aexit", self.name, repr(error))
        return self.swallow


async def main():
    async with AM("a") as a, AM("b"):
        print(a.name)
    async with AM("s", True):
        1 / 0
    try:
        async with AM("c"), AM("d"):
            raise ValueError("x")
    except ValueError as e:
        print("caught", e)
    for i in range(2):
        async with AM(i):
            if i:
                break
            continue

    async def returns():
        async with AM("r"):
            return "value"

    print(await returns())
    task = asyncio.create_task(waits())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


async def waits():
    async with AM("w"):
        await asyncio.sleep(10)


asyncio.run(main())
