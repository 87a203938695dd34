"""Random programs of everything that waits, and what CPython does in them: writes random_programs.txt.

    python3.13 tests/conformance/oracle/run_with_virtual_clock.py \
        tests/core/runtime/scenarios/random_programs.py [--first SEED] [--programs N] [--out FILE]

A program is a list of tasks, a line each; a task is a row of words (see Program.op, and its like in
../random_programs_test.cpp). Not for programs whose order CPython takes from a set: groups keep theirs here in order.
"""

import argparse
import asyncio
import pathlib
import random

from topic import Failed, words


class InOrder(dict):
    """What TaskGroup needs of a set, in the order of adding."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.left = 0

    def program(self):
        return [self.task(index) for index in range(self.random.randint(2, 5))]

    def task(self, index):
        self.left = self.random.randint(3, 14)
        return self.ops(index, 0)

    def ops(self, index, depth):
        return " ".join(self.op(index, depth) for _ in range(self.random.randint(1, 4 if depth else 6)))

    def op(self, index, depth):
        choose = self.random
        self.left -= 1
        if depth > 3 or self.left < 0 or choose.random() < 0.55:
            kinds = "sleep sleep sleep put get set clear event wait_c notify barrier permit cancel cancelling fail".split()
            if index:
                kinds += ["shield", "await", "wait", "wait_for"]
            kind = choose.choices(kinds, [1 if kind == "fail" else 3 for kind in kinds])[0]
            if kind == "sleep":
                return f"sleep {choose.choice((0, 0, 1, 1, 2, 3, 4))}"
            if kind == "notify":
                return f"notify {choose.randint(1, 2)}"
            if kind == "cancel":
                return f"cancel {choose.randint(0, 4)}"
            if kind in ("shield", "await"):
                return f"{kind} {choose.randrange(index)}"
            if kind == "wait":
                return f"wait {choose.randint(0, 2)} {choose.randrange(index)} {choose.randrange(index)} {choose.randint(0, 4)}"
            if kind == "wait_for":
                return f"wait_for {choose.randrange(index)} {choose.randint(0, 3)}"
            return kind
        kind = choose.choice(("lock", "semaphore", "timeout", "timeout", "try", "group", "group", "gather", "gather_all"))
        if kind == "timeout":
            return f"timeout {choose.randint(0, 4)} {{ {self.ops(index, depth + 1)} }}"
        blocks = choose.randint(1, 3) if kind in ("group", "gather", "gather_all") else 1
        return f"{kind} {' '.join(f'{{ {self.ops(index, depth + 1)} }}' for _ in range(blocks))} ;"


class Program:
    def __init__(self, log, tasks):
        self.log = log
        self.lock = asyncio.Lock()
        self.semaphore = asyncio.Semaphore(2)
        self.permits = asyncio.Semaphore(1)
        self.event = asyncio.Event()
        self.condition = asyncio.Condition()
        self.barrier = asyncio.Barrier(2)
        self.queue = asyncio.Queue(1)
        self.all = [asyncio.create_task(self.task(f"t{i}", words.split())) for i, words in enumerate(tasks)]
        self.tasks = list(self.all)

    async def main(self):
        while left := [task for task in self.all if not task.done()]:
            await asyncio.wait(left, timeout=0.03)
            self.log("rest")
            for task in self.all:
                if not task.done():
                    task.cancel()
            await asyncio.sleep(0)

    async def task(self, name, words):
        try:
            await self.ops(name, words)
        except BaseException as error:
            self.log(f"{name} {words_of(error)}")
            raise
        self.log(f"{name} ends")

    async def ops(self, name, words):
        words = list(words)
        while words:
            op = words.pop(0)
            numbers = []
            while words and words[0].isdigit():
                numbers.append(int(words.pop(0)))
            blocks = []
            while words and words[0] == "{":
                end = closing(words)
                blocks.append(words[1:end])
                del words[: end + 1]
            if words and words[0] == ";":
                words.pop(0)
            await self.op(name, op, numbers, blocks)

    async def op(self, name, op, numbers, blocks):
        try:
            text = await getattr(self, "op_" + op)(name, numbers, blocks)
        except BaseException as error:
            self.log(f"{name} {op} {words_of(error)}")
            raise
        self.log(f"{name} {op}" if text is None else f"{name} {op} {text}")

    def child(self, name, index, words):
        return self.task(f"{name}.{index}", words)

    async def op_sleep(self, name, numbers, blocks):
        await asyncio.sleep(numbers[0] / 1000)

    async def op_put(self, name, numbers, blocks):
        await self.queue.put(1)

    async def op_get(self, name, numbers, blocks):
        await self.queue.get()

    async def op_set(self, name, numbers, blocks):
        self.event.set()

    async def op_clear(self, name, numbers, blocks):
        self.event.clear()

    async def op_event(self, name, numbers, blocks):
        await self.event.wait()

    async def op_wait_c(self, name, numbers, blocks):
        async with self.condition:
            await self.condition.wait()

    async def op_notify(self, name, numbers, blocks):
        async with self.condition:
            self.condition.notify(numbers[0])

    async def op_barrier(self, name, numbers, blocks):
        return await self.barrier.wait()

    async def op_permit(self, name, numbers, blocks):
        self.permits.release()
        await self.permits.acquire()
        await self.permits.acquire()
        self.permits.release()

    async def op_cancel(self, name, numbers, blocks):
        return self.tasks[numbers[0] % len(self.tasks)].cancel()

    async def op_cancelling(self, name, numbers, blocks):
        return asyncio.current_task().cancelling()

    async def op_fail(self, name, numbers, blocks):
        raise Failed(name)

    async def op_shield(self, name, numbers, blocks):
        await asyncio.shield(self.tasks[numbers[0]])

    async def op_await(self, name, numbers, blocks):
        await self.tasks[numbers[0]]

    async def op_wait(self, name, numbers, blocks):
        mode = (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)[numbers[0]]
        waited = await asyncio.wait(
            [self.tasks[number] for number in numbers[1:3]],
            return_when=mode,
            timeout=numbers[3] / 1000 if numbers[3] else None,
        )
        return f"{len(waited[0])} {len(waited[1])}"

    async def op_wait_for(self, name, numbers, blocks):
        await asyncio.wait_for(self.tasks[numbers[0]], numbers[1] / 1000)

    async def op_lock(self, name, numbers, blocks):
        async with self.lock:
            await self.ops(name, blocks[0])

    async def op_semaphore(self, name, numbers, blocks):
        async with self.semaphore:
            await self.ops(name, blocks[0])

    async def op_timeout(self, name, numbers, blocks):
        async with asyncio.timeout(numbers[0] / 1000):
            await self.ops(name, blocks[0])

    async def op_try(self, name, numbers, blocks):
        try:
            await self.ops(name, blocks[0])
        except BaseException as error:
            return words_of(error)

    async def op_group(self, name, numbers, blocks):
        group = asyncio.TaskGroup()
        group._tasks = InOrder()
        async with group:
            for index, block in enumerate(blocks[1:]):
                self.all.append(group.create_task(self.child(name, index, block)))
            await self.ops(name, blocks[0])

    async def op_gather(self, name, numbers, blocks):
        return await self.gather(name, blocks, False)

    async def op_gather_all(self, name, numbers, blocks):
        return await self.gather(name, blocks, True)

    async def gather(self, name, blocks, return_exceptions):
        tasks = [asyncio.create_task(self.child(name, index, block)) for index, block in enumerate(blocks)]
        self.all += tasks
        await asyncio.gather(*tasks, return_exceptions=return_exceptions)


def words_of(error):
    return "broken" if isinstance(error, asyncio.BrokenBarrierError) else words(error)


def closing(words):
    depth = 0
    for index, word in enumerate(words):
        depth += (word == "{") - (word == "}")
        if depth == 0:
            return index


def run(tasks):
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda loop, context: None)
    began = loop.time()
    lines = []

    def log(line):
        lines.append(f"{round((loop.time() - began) * 1e6)} {line}")

    async def whole():
        await Program(log, tasks).main()

    loop.run_until_complete(whole())
    log("end")
    loop.close()
    return lines


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--programs", type=int, default=60)
    parser.add_argument("--out", default=pathlib.Path(__file__).with_suffix(".txt"))
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf-8") as out:
        for seed in range(options.first, options.first + options.programs):
            tasks = Generator(seed).program()
            print(f"[{seed}]", *(f"| {task}" for task in tasks), *run(tasks), sep="\n", file=out)
