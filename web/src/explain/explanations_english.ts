// What the errors of learners mean, in English.
// Not for: finding them, see explain.ts; CPython's own text, which the console shows unchanged.
import type { Finding } from "./explain";

export type FindingOf<Key extends Finding["key"]> = Extract<Finding, { key: Key }>;
export type Explanations = {
  [Key in Finding["key"]]: (finding: FindingOf<Key>) => { title: string; body: string };
};

export const explanationsInEnglish: Explanations = {
  neverAwaited: ({ name }) => ({
    title: `Nobody awaited ${name}()`,
    body: `Calling an async function only makes a coroutine; not one line of it runs. Write “await ${name}()”, or hand it to asyncio.create_task().`,
  }),
  awaitOutside: () => ({
    title: "await works only inside async def",
    body: "Put the code into “async def main():” and start it with asyncio.run(main()).",
  }),
  notAwaitable: ({ type }) => ({
    title: `A value of type ${type} cannot be awaited`,
    body: "Only coroutines, tasks and futures can be awaited. Perhaps the function is not “async def”, or it has been called and awaited already.",
  }),
  runInsideLoop: () => ({
    title: "asyncio.run() inside a running loop",
    body: "The loop is already running here, and there is one per thread. Inside “async def” write “await …” in place of asyncio.run(…).",
  }),
  missingImport: ({ module }) => ({
    title: `import ${module} is missing`,
    body: `Write “import ${module}” at the top. What stands before the first “# %%” is shared by all programs.`,
  }),
  lostException: () => ({
    title: "A task failed, and nobody asked for its result",
    body: "Its error would have gone unseen. Await the task, or gather it with the others.",
  }),
  lostTask: () => ({
    title: "A task was thrown away before it was done",
    body: "The loop ended, or nobody kept the task. Keep it in a variable, and await it before the program ends.",
  }),
  waitingForEver: ({ who }) => ({
    title: "Everything waits, and nothing will come",
    body: ["Nothing is ready, no timer is set, no request is under way.", ...who].join("\n"),
  }),
  blockedLoop: ({ seconds, line, by }) => ({
    title: `The loop stood still for ${seconds} s`,
    body: `${line === null ? "A call" : `Line ${line}`} held the whole event loop: no other task could move. ${
      by === "network"
        ? "Use aiohttp in place of requests inside async def."
        : by === "lock"
          ? "Inside async def write “await asyncio.to_thread(…)” for what waits for a lock or a thread."
          : "Inside async def write “await asyncio.sleep(…)” in place of time.sleep(…)."
    }`,
  }),
};
