import asyncio

from topic import new_topic

scenario = new_topic()


def words(error):
    return type(error).__name__


async def puts(log, queue, name, items):
    for item in items:
        try:
            await queue.put(item)
            log(f"{name} put {item}")
        except asyncio.QueueShutDown as error:
            log(f"{name} {words(error)}")


async def gets(log, queue, name, count, pause=0):
    for _ in range(count):
        try:
            item = await queue.get()
            log(f"{name} got {item}")
            await asyncio.sleep(pause)
            queue.task_done()
        except asyncio.QueueShutDown as error:
            log(f"{name} {words(error)}")


async def joins(log, queue):
    await queue.join()
    log("joined")


async def results(log, tasks):
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            log("lost")


def attempt(log, function, *arguments):
    try:
        log(f"{function.__name__} {function(*arguments)}")
    except (asyncio.QueueFull, asyncio.QueueEmpty, asyncio.QueueShutDown) as error:
        log(f"{function.__name__} {words(error)}")


@scenario
async def getters_and_putters_take_turns_in_their_order(log):
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(puts(log, queue, "p", (1, 2, 3))), asyncio.create_task(puts(log, queue, "q", (4, 5)))]
    tasks += [asyncio.create_task(gets(log, queue, "a", 3)), asyncio.create_task(gets(log, queue, "b", 2, 0.001))]
    await results(log, tasks)


@scenario
async def a_woken_one_that_is_cancelled_passes_its_turn_on(log):
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(gets(log, queue, name, 1)) for name in "abc"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    tasks[0].cancel()
    tasks[1].cancel()
    await results(log, tasks)
    queue.put_nowait(2)
    tasks = [asyncio.create_task(puts(log, queue, name, (3,))) for name in "pq"]
    await asyncio.sleep(0)
    log(f"took {queue.get_nowait()}")
    tasks[0].cancel()
    await results(log, tasks)


@scenario
async def join_waits_for_what_was_taken_to_be_done(log):
    queue = asyncio.Queue()
    for item in range(3):
        queue.put_nowait(item)
    tasks = [asyncio.create_task(joins(log, queue)), asyncio.create_task(gets(log, queue, "a", 3, 0.001))]
    await results(log, tasks)
    await joins(log, queue)
    try:
        queue.task_done()
    except ValueError as error:
        log(error)


@scenario
async def a_shut_down_queue_gives_what_it_has_and_takes_nothing(log):
    queue = asyncio.Queue(2)
    tasks = [asyncio.create_task(puts(log, queue, "p", (1, 2, 3, 4)))]
    await asyncio.sleep(0.001)
    queue.shutdown()
    attempt(log, queue.put_nowait, 9)
    tasks += [asyncio.create_task(gets(log, queue, "a", 3)), asyncio.create_task(joins(log, queue))]
    await results(log, tasks)
    attempt(log, queue.get_nowait)


@scenario
async def who_waits_at_it_when_it_is_shut_down_hears_of_it(log):
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(gets(log, queue, name, 1)) for name in "ab"]
    await asyncio.sleep(0)
    queue.shutdown()
    log("shut down")
    await results(log, tasks)


@scenario
async def shut_down_at_once_it_drops_what_it_has(log):
    queue = asyncio.Queue(2)
    tasks = [asyncio.create_task(puts(log, queue, "p", (1, 2, 3))), asyncio.create_task(joins(log, queue))]
    await asyncio.sleep(0.001)
    queue.shutdown(True)
    log(f"size {queue.qsize()}")
    attempt(log, queue.get_nowait)
    await results(log, tasks)


@scenario
async def without_waiting_it_says_full_or_empty(log):
    queue = asyncio.Queue(1)
    attempt(log, queue.get_nowait)
    attempt(log, queue.put_nowait, 1)
    attempt(log, queue.put_nowait, 2)
    attempt(log, queue.get_nowait)


@scenario
async def a_lifo_queue_gives_the_newest_first(log):
    queue = asyncio.LifoQueue()
    for item in (1, 2, 3):
        await queue.put(item)
    await gets(log, queue, "a", 2)
    await queue.put(4)
    await gets(log, queue, "a", 2)


@scenario
async def a_priority_queue_gives_the_least_first(log):
    queue = asyncio.PriorityQueue()
    for item in (5, 3, 8, 1, 9, 2, 7):
        await queue.put(item)
    await gets(log, queue, "a", 3)
    for item in (4, 0):
        await queue.put(item)
    await gets(log, queue, "a", 6)


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

    def __str__(self):
        return self.name


@scenario
async def equal_priorities_come_out_as_the_heap_has_them(log):
    queue = asyncio.PriorityQueue()
    for i in range(12):
        await queue.put(Job(i * 7 % 3, f"{i * 7 % 3}{chr(97 + i)}"))
    await gets(log, queue, "a", 12)
