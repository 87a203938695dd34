// engine.run as its users see it: results, choice of programs, output with times, both clocks.
// Not for what Python prints (conformance.test.ts).
import { createEngine, type OutputStream } from "loopscope-engine";
import { describe, expect, test } from "vitest";

const kDelivery = `import asyncio, time

MEALS = {"A": 0.05, "B": 0.03, "C": 0.04}

# %% sync
for name, seconds in MEALS.items():
    time.sleep(seconds)
    print(name)

# %% concurrent
async def deliver(name, seconds):
    await asyncio.sleep(seconds)
    print(name)

async def main():
    await asyncio.gather(*[deliver(name, seconds) for name, seconds in MEALS.items()])

asyncio.run(main())
`;

const engine = await createEngine();

describe("engine.run", () => {
  test("resolves to a result for each program, in order", async () => {
    const { version, programs } = await engine.run(kDelivery);
    expect(version).toBe(1);
    expect(programs.map(({ label, stdout, exit_status }) => [label, stdout, exit_status])).toEqual([
      ["sync", "A\nB\nC\n", 0],
      ["concurrent", "B\nC\nA\n", 0],
    ]);
  });

  test("measures what the programs did on the virtual clock", async () => {
    const [sync, concurrent] = (await engine.run(kDelivery)).programs;
    expect(sync).toMatchObject({
      elapsed_s: 0.12,
      blocked_s: 0.12,
      tasks: 0,
      requests: 0,
      mode: "as-written",
    });
    expect(concurrent).toMatchObject({ tasks: 4, peak_waiting: 3, blocked_s: 0 });
    expect(concurrent?.elapsed_s).toBeCloseTo(0.05, 4);
  });

  test("gives the same results every time on the virtual clock", async () => {
    const first = await engine.run(kDelivery);
    const other = await createEngine();
    expect(await other.run(kDelivery)).toEqual(first);
  });

  test("runs only the program of the label that it is given", async () => {
    const { programs } = await engine.run(kDelivery, { program: "concurrent" });
    expect(programs.map(({ label }) => label)).toEqual(["concurrent"]);
  });

  test("holds the whole loop at every wait in mode blocking", async () => {
    const { programs } = await engine.run(kDelivery, { program: "concurrent", mode: "blocking" });
    expect(programs[0]?.mode).toBe("blocking");
    expect(programs[0]?.elapsed_s).toBeCloseTo(0.12, 4);
    expect(programs[0]?.stdout).toBe("A\nB\nC\n");
  });

  test("ends a run at its time limit and says so", async () => {
    const { programs } = await engine.run("import time\nprint('begun')\ntime.sleep(100)\n", {
      timeLimitUs: 2_000_000,
    });
    expect(programs[0]).toMatchObject({ stdout: "begun\n", elapsed_s: 2, time_limit_reached: true });
  });

  test("hands over output as it is printed, with its time and its task", async () => {
    const pieces: [OutputStream, string, number, number][] = [];
    await engine.run(kDelivery, {
      program: "concurrent",
      onOutput: (stream, text, timeUs, task) => pieces.push([stream, text, timeUs, task]),
    });
    expect(pieces.map(([, text]) => text).join("")).toBe("B\nC\nA\n");
    const tasks = pieces.filter(([, text]) => text.trim() !== "").map(([, , , task]) => task);
    expect(tasks).toEqual([3, 4, 2]);
    const times = pieces.map(([, , timeUs]) => timeUs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(30_000);
    expect(times.at(-1)).toBeLessThan(51_000);
  });

  test("hands over the trace in batches that begin with their format's name", async () => {
    const batches: [ArrayBuffer, string][] = [];
    await engine.run(kDelivery, { onTrace: (batch, program) => batches.push([batch, program]) });
    expect(new Set(batches.map(([, program]) => program))).toEqual(new Set(["sync", "concurrent"]));
    for (const [batch] of batches) {
      expect(new TextDecoder().decode(new Uint8Array(batch, 0, 4))).toBe("LST1");
    }
  });

  test("does not run ahead of a reader of the trace who asks it to wait", async () => {
    const readers: (() => void)[] = [];
    const run = engine.run("while True:\n    print(1)\n", {
      onTrace: () => new Promise<void>((resolve) => readers.push(resolve)),
    });
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const first = readers.length;
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(readers.length).toBe(first);
    for (const read of readers) read();
    while (readers.length === first) await turn();
    engine.stop();
    for (const read of readers) read();
    expect((await run).programs[0]?.exit_status).toBeNull();
  });

  test("names the file in tracebacks as it is told to", async () => {
    const { programs } = await engine.run("1 / 0\n", { fileName: "lesson.py" });
    expect(programs[0]?.stderr).toContain('File "lesson.py", line 1');
    expect(programs[0]?.error).toMatchObject({ line: 1 });
    expect(programs[0]?.exit_status).toBe(1);
  });

  test("says who waits for whom when nothing can go on", async () => {
    const { programs } = await engine.run(
      "import asyncio\nasync def main():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(main())\n",
    );
    expect(programs[0]?.exit_status).toBe(97);
    expect(programs[0]?.waiting_forever?.length).toBeGreaterThan(0);
  });
});

describe("the real clock", () => {
  test("takes the time that the program waits, side by side, and is never early", async () => {
    const started = performance.now();
    const { programs } = await engine.run(kDelivery, { clock: "real", program: "concurrent" });
    const tookMs = performance.now() - started;
    expect(programs[0]?.stdout).toBe("B\nC\nA\n");
    expect(tookMs).toBeGreaterThanOrEqual(50);
    expect(programs[0]?.elapsed_s).toBeGreaterThanOrEqual(0.05);
    // How much longer is the machine's affair: on a busy one three waits at once take longer than three in turn.
    expect(programs[0]?.peak_waiting).toBe(3);
  });

  test("keeps a blocked program from running, not the page", async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    await engine.run("import time\ntime.sleep(0.1)\n", { clock: "real" });
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });

  test("lets engines run side by side", async () => {
    const other = await createEngine();
    const order: string[] = [];
    const sleeper = (seconds: number): string => `import time\ntime.sleep(${seconds})\n`;
    await Promise.all([
      engine.run(sleeper(0.3), { clock: "real" }).then(() => order.push("long")),
      other.run(sleeper(0.02), { clock: "real" }).then(() => order.push("short")),
    ]);
    expect(order).toEqual(["short", "long"]);
  });
});
