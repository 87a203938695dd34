# Task factories: who makes the tasks of create_task, gather, TaskGroup and the others.
import asyncio

def now():
    return f"{asyncio.get_running_loop().time():.6f}"

async def work(name, delay=0):
    print(now(), "begins", name)
    if delay:
        await asyncio.sleep(delay)
    print(now(), "ends", name)
    return name

async def eager():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    a = asyncio.create_task(work("a"))
    b = asyncio.create_task(work("b", 0.1), name="named")
    c = loop.create_task(work("c"))
    print("made", a.done(), b.done(), c.done(), a.get_name(), b.get_name())
    print(await asyncio.gather(work("d"), work("e", 0.01), a, work("f")))
    outer = asyncio.gather(work("g"), work("h"))
    print("gather is done", outer.done())
    print(await outer)
    async with asyncio.TaskGroup() as group:
        one = group.create_task(work("one"))
        two = group.create_task(work("two", 0.01), name="two")
        print("in the group", one.done(), two.done(), group)
    print(one.result(), two.result(), two.get_name())
    print(await asyncio.wait_for(work("limited", 0.01), 1))
    print(await asyncio.shield(work("shielded")), await asyncio.shield(work("guarded", 0.01)))
    for earliest in asyncio.as_completed([asyncio.create_task(work("late", 0.02)), asyncio.create_task(work("now"))]):
        print("got", await earliest)
    done, pending = await asyncio.wait([asyncio.create_task(work("waited"))])
    print(len(done), len(pending))
    print(await asyncio.ensure_future(work("ensured")))

    async def bad():
        raise OSError("bad")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("never ends", 5))
            group.create_task(bad())
            print("still here")
            group.create_task(work("refused"))
    except ExceptionGroup as group:
        print([repr(error) for error in group.exceptions])
    try:
        await asyncio.gather(bad(), work("sibling"))
    except OSError as error:
        print("gather raised", error)
    loop.set_task_factory(None)
    lazy = asyncio.create_task(work("lazy"))
    print(lazy.done())
    await lazy
    for wrong in (5, "x"):
        try:
            loop.set_task_factory(wrong)
        except TypeError as error:
            print(error)

class NamedTask(asyncio.Task):
    made = 0

    def __init__(self, coro, *, label="none", **keywords):
        NamedTask.made += 1
        self.label = label
        super().__init__(coro, **keywords)
        self.add_done_callback(lambda task: print("callback of", task.label))

def factory(loop, coro, context=None):
    print("factory", coro.__name__, context is not None)
    return NamedTask(coro, loop=loop, label=coro.__qualname__, context=context)

async def own():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    task = asyncio.create_task(work("x"), name="given")
    print(type(task).__name__, task.label, task.get_name(), NamedTask.made)
    print(await task)
    print(await asyncio.gather(work("y"), work("z")), NamedTask.made)
    loop.set_task_factory(asyncio.create_eager_task_factory(NamedTask))
    task = asyncio.create_task(work("eager"))
    print(type(task).__name__, task.label, task.done())
    task = asyncio.create_task(work("eager, waits", 0.1))
    print(task.done(), NamedTask.made)
    print(await task)

    def failing(loop, coro):
        coro.close()
        raise ValueError("no more tasks")

    loop.set_task_factory(failing)
    try:
        asyncio.create_task(work("never"))
    except ValueError as error:
        print(error)
    loop.set_task_factory(None)

asyncio.run(eager())
asyncio.run(own())

def eager_loop():
    loop = asyncio.new_event_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    return loop

async def main():
    print("main")
    task = asyncio.create_task(work("in an eager loop"))
    return task.done()

print(asyncio.run(main(), loop_factory=eager_loop))
print(asyncio.eager_task_factory.__name__, asyncio.create_eager_task_factory.__name__)
