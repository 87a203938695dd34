# Futures and tasks that derive from asyncio's, with an __init__ of their own.
import asyncio

class Labelled(asyncio.Future):
    def __init__(self, label, *, loop=None):
        super().__init__(loop=loop)
        self.label = label

    def __repr__(self):
        return f"<Labelled {self.label} {'done' if self.done() else 'pending'}>"

class Plain(asyncio.Future):
    limit = 3

class Forgetful(asyncio.Future):
    def __init__(self):
        pass

class Timed(asyncio.Task):
    def __init__(self, coro, seconds, **keywords):
        self.seconds = seconds
        super().__init__(coro, **keywords)

    def describe(self):
        return f"{self.get_name()} for {self.seconds} s, {self.done()}"

async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds

def attempt(action):
    try:
        print("gave", action())
    except Exception as error:
        print(type(error).__name__, error)

async def main():
    future = Labelled("first")
    print(future, future.get_loop() is asyncio.get_running_loop(), isinstance(future, asyncio.Future))
    asyncio.get_running_loop().call_later(0.1, future.set_result, 5)
    print(await future, future)
    plain = Plain()
    plain.limit += 1
    print(plain, plain.limit, Plain.limit)
    plain.set_exception(KeyError("x"))
    attempt(plain.result)
    forgetful = Forgetful()
    for action in (forgetful.cancel, forgetful.get_loop, lambda: repr(forgetful), lambda: forgetful._state):
        attempt(action)
    task = Timed(work(0.2), 0.2, name="timed")
    print(task.describe(), type(task).__name__, isinstance(task, asyncio.Task))
    print(await asyncio.gather(task, asyncio.create_task(work(0.1))), task.describe())
    attempt(lambda: Timed(5, 1))
    attempt(lambda: asyncio.Task(5))
    attempt(lambda: asyncio.Task())
    print(asyncio.Future[int], asyncio.Task[str])

asyncio.run(main())
