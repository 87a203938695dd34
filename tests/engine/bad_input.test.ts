// Bad input to the engine: each gets a clear error, and the engine lives on.
// Not for Python's own errors (conformance.test.ts).
import { createEngine, type RunOptions } from "loopscope-engine";
import { describe, expect, test } from "vitest";

const engine = await createEngine();

function noise(length: number): string {
  // A linear congruential generator: the same bytes in every run.
  let state = 1;
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return new TextDecoder("latin1").decode(bytes);
}

describe("hostile programs", () => {
  test.each([
    ["brackets that nobody closes", "print((((\n", /SyntaxError: '\(' was never closed/],
    ["brackets that nobody opened", "print(1))\n", /SyntaxError: unmatched '\)'/],
    ["1 MB of noise", noise(1 << 20), /SyntaxError: /],
    [
      "10,000 nested parentheses",
      `${"(".repeat(10_000)}1${")".repeat(10_000)}\n`,
      /SyntaxError: too many nested parentheses/,
    ],
    ["100,000 minus signs", `x = ${"-".repeat(100_000)}1\n`, /(SyntaxError|MemoryError|RecursionError)/],
    [
      "an endless recursion",
      "def f():\n    return f()\nf()\n",
      /RecursionError: maximum recursion depth exceeded/,
    ],
    ["a null character", "print(1)\0\n", /SyntaxError: /],
    ["half a surrogate pair", "print('\ud800')\n", /Error: /],
  ])("%s end with an error", async (_, source, words) => {
    const { programs } = await engine.run(source);
    expect(programs[0]?.exit_status).toBe(1);
    expect(programs[0]?.stderr.trimEnd().split("\n").at(-1)).toMatch(words);
  });

  test("an empty text is a program that does nothing", async () => {
    const { programs } = await engine.run("");
    expect(programs).toHaveLength(1);
    expect(programs[0]).toMatchObject({ stdout: "", stderr: "", exit_status: 0 });
  });

  test("memory without end is a MemoryError", async () => {
    const { programs } = await engine.run("grown = [0]\nwhile True:\n    grown = grown + grown\n");
    expect(programs[0]?.stderr).toContain("MemoryError");
    expect(programs[0]?.exit_status).toBe(1);
  });

  test("a module that is not there names those that are", async () => {
    const { programs } = await engine.run("import numpy\n");
    expect(programs[0]?.stderr).toContain("ModuleNotFoundError: No module named 'numpy'");
  });

  test("the engine still runs after all of them", async () => {
    expect((await engine.run("print('well')\n")).programs[0]?.stdout).toBe("well\n");
  });
});

describe("options that make no sense", () => {
  const cases: [string, Record<string, unknown>, RegExp][] = [
    ["an unknown clock", { clock: "sundial" }, /clock must be "real" or "virtual"/],
    ["an unknown network", { network: "lan" }, /network must be/],
    ["an unknown mode", { mode: "fast" }, /mode must be/],
    ["a negative seed", { seed: -1 }, /seed must be a whole number/],
    ["a broken cpu", { cpu: Number.NaN }, /cpu must be a whole number/],
    ["a program that is not there", { program: "x" }, /no program "x": there are "program 1"/],
    ["the internet on the virtual clock", { network: "internet", clock: "virtual" }, /needs clock "real"/],
    ["a relative fetchBase", { fetchBase: "net/" }, /fetchBase must be an absolute URL/],
  ];
  test.each(cases)("%s is refused with words", async (_, options, words) => {
    // What a caller without types may pass.
    await expect(engine.run("print(1)\n", options as RunOptions)).rejects.toThrow(words);
  });

  test("a second run beside the first is refused, and the first goes on", async () => {
    const first = engine.run("import time\ntime.sleep(0.02)\nprint(1)\n", { clock: "real" });
    await expect(engine.run("print(2)\n")).rejects.toThrow(/runs already/);
    expect((await first).programs[0]?.stdout).toBe("1\n");
  });

  test("a source that is no text is refused", async () => {
    await expect(engine.run(7 as unknown as string)).rejects.toThrow(/source must be a string/);
    expect(() => engine.check(null as unknown as string)).toThrow(/source must be a string/);
  });
});

describe("createEngine", () => {
  test("refuses bytes that are no wasm", async () => {
    await expect(createEngine({ wasm: new Uint8Array([1, 2, 3]) })).rejects.toThrow();
  });

  test("refuses an address where nothing is", async () => {
    await expect(createEngine({ wasm: "/nowhere/loopscope_engine.wasm" })).rejects.toThrow(
      /cannot load the engine/,
    );
  });
});
