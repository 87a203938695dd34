// engine.check and engine.programs: what the editor asks while a person types.
// Not for running (run.test.ts).
import { createEngine } from "loopscope-engine";
import { expect, test } from "vitest";

const engine = await createEngine();

test("check finds nothing wrong with a program that compiles", () => {
  expect(engine.check("import asyncio\nprint(1)\n")).toEqual([]);
});

test("check says where a text is wrong, in lines of the whole scenario", () => {
  const found = engine.check("x = 1\n# %% a\nprint(x)\n# %% b\nawait x\n");
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ line: 5, column: 1 });
  expect(found[0]?.message).toContain("'await' outside function");
});

test("check counts columns in code points", () => {
  const [found] = engine.check("가 = '🍜'; )\n");
  expect(found).toMatchObject({ line: 1, column: 10 });
});

test("programs cuts a scenario at its markers", () => {
  expect(engine.programs("import asyncio\n# %% first\nx\n# %% second\ny\n")).toEqual([
    { label: "first", firstLine: 2, lastLine: 3, usesAsyncio: true },
    { label: "second", firstLine: 4, lastLine: 5, usesAsyncio: true },
  ]);
});

test("programs finds one program in any text", () => {
  expect(engine.programs("")).toHaveLength(1);
});
