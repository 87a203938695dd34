# Task factories: what a loop with one does in create_task, and the one that starts tasks at once.
# Not for: the eager start itself, which asyncio.Task does.
from _asyncio import Task


def create_task(factory, loop, coro, name, context):
    task = factory(loop, coro) if context is None else factory(loop, coro, context=context)
    task.set_name(name)
    return task


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


create_eager_task_factory.__module__ = "asyncio.tasks"
eager_task_factory = create_eager_task_factory(Task)
