// The rows of the script bench: a Python program that prints how many nanoseconds one of its operations takes, and
// what JavaScript does in its place. Not for running and comparing them (script_bench.mjs).

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} count operations of a whole run
 * @property {string} python reads N and calls `measure(operations, function)` or `measure_async`
 * @property {(n: number) => void | Promise<void>} javascript the same work
 */

/** Stands before each program: `N`, and how a figure is printed. */
export const prelude = `import asyncio, time
def measure(body):
    begin = time.perf_counter()
    body()
    print((time.perf_counter() - begin) * 1e9 / N)
def measure_async(body):
    async def timed():
        begin = time.perf_counter()
        await body()
        print((time.perf_counter() - begin) * 1e9 / N)
    asyncio.run(timed())
`;

const yields = (/** @type {number} */ tasks) => `
async def worker(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
async def body():
    await asyncio.gather(*[worker(N // ${tasks}) for _ in range(${tasks})])
measure_async(body)
`;

async function yieldInJavaScript(/** @type {number} */ n, /** @type {number} */ tasks) {
  const worker = async () => {
    for (let turn = 0; turn < n / tasks; turn++) await null;
  };
  await Promise.all(Array.from({ length: tasks }, worker));
}

/** @type {Row[]} */
export const rows = [
  {
    name: "await asyncio.sleep(0), 1 task",
    count: 300_000,
    python: yields(1),
    javascript: (n) => yieldInJavaScript(n, 1),
  },
  {
    name: "await asyncio.sleep(0), 1,000 tasks",
    count: 300_000,
    python: yields(1000),
    javascript: (n) => yieldInJavaScript(n, 1000),
  },
  {
    name: "create_task and gather, a coroutine",
    count: 100_000,
    python: `
async def nothing():
    return 1
async def body():
    await asyncio.gather(*[asyncio.create_task(nothing()) for _ in range(N)])
measure_async(body)
`,
    async javascript(n) {
      const nothing = async () => 1;
      await Promise.all(Array.from({ length: n }, nothing));
    },
  },
  {
    name: "await of a coroutine that is ready",
    count: 1_000_000,
    python: `
async def one():
    return 1
async def body():
    for _ in range(N):
        await one()
measure_async(body)
`,
    async javascript(n) {
      const one = async () => 1;
      for (let i = 0; i < n; i++) await one();
    },
  },
  {
    name: "a task that sleeps, made and ended",
    count: 100_000,
    python: `
async def body():
    await asyncio.gather(*[asyncio.sleep(0.001 * (i % 100)) for i in range(N)])
measure_async(body)
`,
    async javascript(n) {
      await Promise.all(
        Array.from({ length: n }, (_, i) => new Promise((resolve) => setTimeout(resolve, i % 100))),
      );
    },
  },
  {
    name: "fib(24), a call",
    count: 150_049,
    python: `
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
measure(lambda: fib(24))
`,
    javascript() {
      const fib = (/** @type {number} */ n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));
      fib(24);
    },
  },
  {
    name: "while loop, a round",
    count: 1_000_000,
    python: `
def body():
    i = total = 0
    while i < N:
        total += i & 3
        i += 1
    return total
measure(body)
`,
    javascript(n) {
      let total = 0;
      for (let i = 0; i < n; i++) total += i & 3;
      if (total < 0) throw new Error("unreachable");
    },
  },
  {
    name: "sieve, a number",
    count: 100_000,
    python: `
def body():
    flags = [True] * (N + 1)
    count = 0
    for i in range(2, N + 1):
        if flags[i]:
            count += 1
            for j in range(i * i, N + 1, i):
                flags[j] = False
    return count
measure(body)
`,
    javascript(n) {
      const flags = new Array(n + 1).fill(true);
      for (let i = 2; i <= n; i++) {
        if (flags[i]) for (let j = i * i; j <= n; j += i) flags[j] = false;
      }
    },
  },
  {
    name: "counting words in a dict, a word",
    count: 100_000,
    python: `
def body():
    words = ['w' + str(i % 1000) for i in range(N)]
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return len(counts)
measure(body)
`,
    javascript(n) {
      const words = Array.from({ length: n }, (_, i) => `w${i % 1000}`);
      const counts = new Map();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
  },
  {
    name: "joining strings, a string",
    count: 50_000,
    python: `
def body():
    parts = []
    for i in range(N):
        parts.append(str(i))
    return len(','.join(parts))
measure(body)
`,
    javascript(n) {
      const parts = [];
      for (let i = 0; i < n; i++) parts.push(String(i));
      parts.join(",");
    },
  },
];
