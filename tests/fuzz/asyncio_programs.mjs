// Random asyncio programs: tasks, gathers, timeouts, cancels, locks, queues, sleeps, exceptions, by a seed.
// Not for running them (tests/scripts/random_programs.mjs).
//
// A program prints at each step, so that another order of steps is another output. After a second of virtual time it is
// cancelled; one that will not be cancelled may wait for ever, or long. It never asks for what CPython takes from a
// set's order: a task group's tasks are put in order, and what is left is cancelled in the order of creation.
import { random } from "./random.mjs";

/**
 * What all programs of a file share. In every fifth file tasks start eagerly; in every other fifth each word tells how
 * many were said before in the same context.
 */
function prelude(file) {
  const startsEagerly = file % 5 === 2;
  const countsInContexts = file % 5 === 3;
  return `import asyncio
import contextvars

TASKS = []
MADE = []
NUMBERS = {}
BEGUN = [0]
SAID = contextvars.ContextVar("SAID", default=0)


def say(*words):
    print(f"{asyncio.get_running_loop().time() - BEGUN[0]:.6f}", *words${countsInContexts ? ", SAID.get()" : ""})
    SAID.set(SAID.get() + 1)


def shown(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}[{', '.join(shown(each) for each in error.exceptions)}]"
    return f"{type(error).__name__}({', '.join(map(repr, error.args))})"


def spawn(coro, name):
    NUMBERS[name] = NUMBERS.get(name, 0) + 1
    task = asyncio.create_task(coro, name=f"{name}#{NUMBERS[name]}")
    TASKS.append(task)
    return task


def outcome(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    error = future.exception()
    return repr(future.result()) if error is None else shown(error)


class Ordered(dict):
    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


class Group(asyncio.TaskGroup):
    # CPython keeps a group's tasks in a set, which has no order; ours is that of creation.
    def __init__(self):
        super().__init__()
        if isinstance(self._tasks, set):
            self._tasks = Ordered()

    def create_task(self, coro):
        NUMBERS["member"] = NUMBERS.get("member", 0) + 1
        return super().create_task(coro, name=f"member#{NUMBERS['member']}")


def makes_eagerly(loop, coro, **options):
    task = asyncio.eager_task_factory(loop, coro, **options)
    MADE.append(task)
    return task


def place(task):
    # With a factory all that get no name are called "None".
    name = task.get_name()
    return (MADE.index(task) if task in MADE else len(MADE), len(name), name)


async def guard(program):
    TASKS.clear()
    NUMBERS.clear()
    BEGUN[0] = asyncio.get_running_loop().time()
    MADE.clear()
    ${startsEagerly ? "asyncio.get_running_loop().set_task_factory(makes_eagerly)" : "pass"}
    try:
        say("returned", await asyncio.wait_for(program(), 1))
    except BaseException as error:
        say("raised", shown(error))
    for _ in range(20):
        # Those of groups and gathers, too, and in an order: what asyncio.run() does with leftovers has none.
        others = asyncio.all_tasks() - {asyncio.current_task()}
        left = sorted(others, key=place)
        if not left:
            break
        for task in left:
            task.cancel("the end")
        await asyncio.wait(left, timeout=0.1)
    for task in TASKS:
        print(task.get_name(), outcome(task), task.cancelling())
`;
}

const kDelays = ["0", "0", "0.01", "0.02", "0.03", "0.05", "0.07", "0.11", "0.2"];
const kLimits = ["0", "0.01", "0.03", "0.04", "0.1", "0.5"];
const kErrors = ["ValueError", "KeyError", "RuntimeError"];

class ProgramWriter {
  constructor(seed, name) {
    this.random = random(seed);
    this.name = name;
    this.lines = [];
    this.workers = 2 + this.random.below(3);
    this.steps = 0;
    this.places = 0;
  }

  write(depth, text) {
    this.lines.push("    ".repeat(depth) + text);
  }

  /** A call of a worker that stands behind this one: no endless recursion. */
  call(worker) {
    const after = worker + 1 + this.random.below(Math.max(1, this.workers - worker - 1));
    if (after < this.workers) return `w${after}(${this.steps++})`;
    return this.random.pick([
      `asyncio.sleep(${this.random.pick(kDelays)}, ${this.steps++})`,
      "queue.get()",
      "event.wait()",
      "asyncio.sleep(0.06, 'slept')",
    ]);
  }

  block(depth, worker, nesting) {
    const count = 1 + this.random.below(nesting > 2 ? 1 : 3);
    for (let i = 0; i < count; i++) this.statement(depth, worker, nesting);
  }

  statement(depth, worker, nesting) {
    const deep = nesting > 2;
    const kinds = [
      "say",
      "sleep",
      "sleep",
      "spawn",
      "cancel",
      "await",
      "raise",
      "event",
      "put",
      "get",
      "return",
      ...(deep
        ? []
        : [
            "try",
            "finally",
            "lock",
            "semaphore",
            "condition",
            "timeout",
            "wait_for",
            "gather",
            "group",
            "shield",
            "wait",
            "completed",
            "loop",
            "uncancel",
          ]),
    ];
    this[this.random.pick(kinds)](depth, worker, nesting);
  }

  place() {
    return JSON.stringify(`${this.name}.${this.places++}`);
  }

  say(depth) {
    this.write(depth, `say(me, ${this.place()})`);
  }
  sleep(depth) {
    this.write(depth, `await asyncio.sleep(${this.random.pick(kDelays)})`);
    if (this.random.chance(0.5)) this.say(depth);
  }
  spawn(depth, worker) {
    const call = this.call(worker);
    if (call.startsWith("w")) this.write(depth, `spawn(${call}, ${this.place()})`);
    else this.sleep(depth);
  }
  cancel(depth) {
    this.write(
      depth,
      `if TASKS: say(me, "cancels", TASKS[${this.random.below(7)} % len(TASKS)].cancel(${this.random.chance(0.5) ? this.place() : ""}))`,
    );
  }
  /** Only a task that was made before this one is waited for: no two wait for each other. */
  await(depth) {
    const at = this.random.below(5);
    this.write(
      depth,
      `older = TASKS[:TASKS.index(asyncio.current_task())] if asyncio.current_task() in TASKS else TASKS`,
    );
    this.write(depth, "if older:");
    this.write(depth + 1, `say(me, "got", await older[${at} % len(older)])`);
  }
  raise(depth) {
    if (this.random.chance(0.5)) return this.say(depth);
    this.write(depth, `raise ${this.random.pick(kErrors)}(${this.place()})`);
  }
  return(depth) {
    if (this.random.chance(0.6)) return this.sleep(depth);
    this.write(depth, `return ${this.place()}`);
  }
  event(depth) {
    this.write(
      depth,
      this.random.pick([
        "event.set()",
        "event.set()",
        "event.clear()",
        "say(me, await asyncio.wait_for(event.wait(), 0.06))",
      ]),
    );
  }
  put(depth) {
    this.write(
      depth,
      this.random.pick([
        `await asyncio.wait_for(queue.put(${this.place()}), 0.09)`,
        `say(me, "puts", queue.qsize())`,
        `if not queue.full(): queue.put_nowait(${this.place()})`,
      ]),
    );
  }
  get(depth) {
    this.write(
      depth,
      this.random.pick([
        "say(me, await asyncio.wait_for(queue.get(), 0.08))",
        `say(me, "has", None if queue.empty() else queue.get_nowait())`,
      ]),
    );
  }
  try(depth, worker, nesting) {
    this.write(depth, "try:");
    this.block(depth + 1, worker, nesting + 1);
    this.write(
      depth,
      `except ${this.random.pick(["ValueError", "Exception", "asyncio.CancelledError", "BaseException", "TimeoutError"])} as error:`,
    );
    this.write(depth + 1, `say(me, "caught", shown(error))`);
    if (this.random.chance(0.4)) this.write(depth + 1, "raise");
    else if (this.random.chance(0.3)) this.block(depth + 1, worker, nesting + 1);
  }
  finally(depth, worker, nesting) {
    this.write(depth, "try:");
    this.block(depth + 1, worker, nesting + 1);
    this.write(depth, "finally:");
    this.write(depth + 1, `say(me, "finally", asyncio.current_task().cancelling())`);
    if (this.random.chance(0.3)) this.sleep(depth + 1);
  }
  within(depth, worker, nesting, head) {
    this.write(depth, head);
    this.block(depth + 1, worker, nesting + 1);
  }
  lock(depth, worker, nesting) {
    this.within(depth, worker, nesting, "async with lock:");
  }
  semaphore(depth, worker, nesting) {
    this.within(depth, worker, nesting, "async with semaphore:");
  }
  condition(depth) {
    this.write(depth, "async with condition:");
    this.write(
      depth + 1,
      this.random.pick([
        "condition.notify()",
        "condition.notify_all()",
        "await asyncio.wait_for(condition.wait(), 0.05)",
      ]),
    );
    this.say(depth + 1);
  }
  timeout(depth, worker, nesting) {
    this.within(depth, worker, nesting, `async with asyncio.timeout(${this.random.pick(kLimits)}):`);
  }
  wait_for(depth, worker) {
    this.write(depth, `say(me, await asyncio.wait_for(${this.call(worker)}, ${this.random.pick(kLimits)}))`);
  }
  gather(depth, worker) {
    const calls = Array.from({ length: 1 + this.random.below(3) }, () => this.call(worker));
    const how = this.random.chance(0.5) ? ", return_exceptions=True" : "";
    this.write(depth, `results = await asyncio.gather(${calls.join(", ")}${how})`);
    this.write(
      depth,
      "say(me, [shown(each) if isinstance(each, BaseException) else each for each in results])",
    );
  }
  group(depth, worker, nesting) {
    this.write(depth, "async with Group() as group:");
    const children = 1 + this.random.below(3);
    for (let i = 0; i < children; i++)
      this.write(
        depth + 1,
        `group.create_task(${this.call(worker).replace(/^(queue.get|event.wait)\(\)/, "asyncio.sleep(0.04)")})`,
      );
    if (this.random.chance(0.5)) this.block(depth + 1, worker, nesting + 1);
  }
  shield(depth, worker) {
    const call = this.call(worker);
    this.write(
      depth,
      `say(me, await asyncio.shield(${call.startsWith("w") ? `spawn(${call}, ${this.place()})` : call}))`,
    );
  }
  wait(depth) {
    const names = [this.place(), this.place()];
    const when = this.random.pick(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"]);
    this.write(
      depth,
      `both = [${names.map((name) => `spawn(w_last(${this.random.below(4)}), ${name})`).join(", ")}]`,
    );
    this.write(
      depth,
      `done, pending = await asyncio.wait(both, timeout=${this.random.pick(kLimits)}, return_when=asyncio.${when})`,
    );
    this.write(depth, "say(me, sorted(outcome(each) for each in done), len(pending))");
  }
  completed(depth) {
    const names = [this.place(), this.place(), this.place()];
    this.write(
      depth,
      `three = [${names.map((name) => `spawn(w_last(${this.random.below(4)}), ${name})`).join(", ")}]`,
    );
    this.write(depth, `for ended in asyncio.as_completed(three, timeout=${this.random.pick(kLimits)}):`);
    this.write(depth + 1, "say(me, await ended)");
  }
  loop(depth, worker, nesting) {
    this.write(depth, `for turn in range(${2 + this.random.below(2)}):`);
    this.block(depth + 1, worker, nesting + 1);
  }
  uncancel(depth) {
    this.write(depth, `say(me, "takes back", asyncio.current_task().uncancel())`);
  }

  program() {
    this.write(0, `async def ${this.name}():`);
    this.write(1, `lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()`);
    this.write(1, `semaphore = asyncio.Semaphore(${1 + this.random.below(2)})`);
    this.write(
      1,
      `queue = asyncio.${this.random.pick(["Queue", "Queue", "LifoQueue", "PriorityQueue"])}(${this.random.below(3)})`,
    );
    this.write(1, "async def w_last(n):");
    this.write(2, `me = f"last {n}"`);
    this.write(2, "await asyncio.sleep([0, 0.01, 0.02, 0.05][n])");
    this.write(2, `if n == 2: raise ValueError("two")`);
    this.write(2, "return n");
    for (let worker = this.workers - 1; worker >= 0; worker--) {
      this.write(1, `async def w${worker}(n):`);
      this.write(2, `me = f"w${worker}({n})"`);
      for (let i = 0; i < 2; i++) this.block(2, worker, 0);
      this.write(2, `return me`);
    }
    this.write(1, `me = "main"`);
    for (let i = 0; i < 3; i++) this.block(1, -1, 0);
    this.write(1, `await asyncio.sleep(0.3)`);
    this.write(1, `return "over"`);
    return this.lines.join("\n");
  }
}

/** A file of `count` programs from `firstSeed` on, each run by an asyncio.run of its own. */
export function programsFrom(firstSeed, count) {
  const seeds = Array.from({ length: count }, (_, i) => firstSeed + i);
  const texts = seeds.map((seed) => new ProgramWriter(seed, `p${seed}`).program());
  const runs = seeds.map((seed) => `print("== p${seed}")\nasyncio.run(guard(p${seed}))`);
  return [prelude(Math.floor(firstSeed / count)), ...texts, ...runs, ""].join("\n\n");
}
