// stop(): it always works, keeps what there was, and leaves an engine that runs again.
// Not for the page's Stop, which may end a whole worker (tests/e2e).
import { createEngine } from "loopscope-engine";
import { describe, expect, test } from "vitest";

const engine = await createEngine();

/** Stops at the first output, so that the program is surely amid its run. */
async function runUntilItPrints(source: string, clock: "real" | "virtual") {
  return engine.run(source, { clock, onOutput: () => engine.stop() });
}

describe.each(["virtual", "real"] as const)("stop() on the %s clock", (clock) => {
  test.each([
    ["an endless loop", "print('begun')\nwhile True:\n    pass\n"],
    [
      "an endless loop inside of a task",
      "import asyncio\nasync def main():\n    print('begun')\n    while True:\n        pass\nasyncio.run(main())\n",
    ],
    [
      "tasks that spin on sleep(0)",
      "import asyncio\nasync def main():\n    print('begun')\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(main())\n",
    ],
  ])("ends %s and keeps its output", async (_, source) => {
    const { programs } = await runUntilItPrints(source, clock);
    expect(programs).toHaveLength(1);
    expect(programs[0]).toMatchObject({ stdout: "begun\n", exit_status: null });
  });

  test("runs none of the programs that had not begun", async () => {
    const { programs } = await runUntilItPrints(
      "# %% a\nprint(1)\nwhile True:\n    pass\n# %% b\nprint(2)\n",
      clock,
    );
    expect(programs.map(({ label }) => label)).toEqual(["a"]);
  });

  test("leaves an engine that runs again", async () => {
    await runUntilItPrints("print('begun')\nwhile True:\n    pass\n", clock);
    const { programs } = await engine.run("print('again')\n", { clock });
    expect(programs[0]).toMatchObject({ stdout: "again\n", exit_status: 0 });
  });
});

describe("stop()", () => {
  test("ends a real sleep at once", async () => {
    const started = performance.now();
    const run = engine.run("import time\ntime.sleep(60)\n", { clock: "real" });
    setTimeout(() => engine.stop(), 20);
    const { programs } = await run;
    expect(programs[0]?.exit_status).toBeNull();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("says nothing of the coroutines that it takes down", async () => {
    const printed: string[] = [];
    const source =
      "import asyncio\nasync def never():\n    pass\nasync def main():\n    kept = never()\n    print('begun')\n    while True:\n        pass\nasyncio.run(main())\n";
    const { programs } = await engine.run(source, {
      onOutput: (_, text) => {
        printed.push(text);
        engine.stop();
      },
    });
    expect(printed.join("")).toBe("begun\n");
    expect(programs[0]).toMatchObject({ stdout: "begun\n", stderr: "", exit_status: null });
  });

  test("does nothing where nothing runs", async () => {
    engine.stop();
    const { programs } = await engine.run("print(1)\n");
    expect(programs[0]?.stdout).toBe("1\n");
  });
});
