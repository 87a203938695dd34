// Run and Stop: what is printed, in which order, what the results say, and that Stop always works.
// Not for: the engine's language, which conformance programs try.
import { expect, test } from "@playwright/test";
import { console, idle, load, open, results, run } from "./page";

const delivery = `import asyncio, time
MEALS = {"A": 5, "B": 3, "C": 4}
# %% sync
for name, meal in MEALS.items():
    print("to", name)
    time.sleep(meal)
# %% concurrent
async def deliver(name, meal):
    print("to", name)
    await asyncio.sleep(meal)
    print(name, "done")
async def main():
    await asyncio.gather(*[deliver(n, m) for n, m in MEALS.items()])
asyncio.run(main())
`;

test("Run shows results, lanes and lines of every program", async ({ page }) => {
  await open(page);
  await load(page, delivery);
  await page.getByTestId("run").click();
  await idle(page);
  await expect(page.getByTestId("recorded")).toHaveCount(0);
  await expect(page.getByTestId("elapsed")).toHaveText([/^12\.00\d/, /^5\.00\d/]);
  await expect(page.getByTestId("factor")).toHaveText(["2.40× faster"]);
  await expect(console(page, "concurrent").getByTestId("console-line").locator(".text")).toHaveText([
    "to A",
    "to B",
    "to C",
    "B done",
    "C done",
    "A done",
  ]);
  const lanes = page.locator(
    '[data-testid=lane][data-program="1"], [data-testid=lane][data-program="concurrent"]',
  );
  await expect(lanes).toHaveCount(4);
});

test("the hook's results are those of product and engine", async ({ page }) => {
  await open(page);
  await load(page, delivery);
  const { version, programs } = await run(page);
  expect(version).toBe(1);
  expect(programs.map(({ label, mode, exit_status }) => [label, mode, exit_status])).toEqual([
    ["sync", "as-written", 0],
    ["concurrent", "as-written", 0],
  ]);
  expect(programs[0]).toMatchObject({ tasks: 0, requests: 0, stdout: "to A\nto B\nto C\n" });
  expect(programs[0]?.blocked_s).toBeCloseTo(12, 2);
  expect(programs[1]).toMatchObject({ tasks: 4, peak_waiting: 3, blocked_s: 0 });
  expect(await results(page)).toEqual({ version, programs });
});

test("results of a text that was changed since say so, until Run", async ({ page }) => {
  await open(page);
  await idle(page);
  await expect(page.getByTestId("recorded")).toBeVisible();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("print('pasted')\n");
  await expect(page.getByTestId("outdated")).toBeVisible();
  await expect(page.getByTestId("recorded")).toHaveCount(0);
  await page.getByTestId("run").click();
  await idle(page);
  await expect(page.getByTestId("console-line")).toContainText("pasted");
  await expect(page.getByTestId("outdated")).toHaveCount(0);
  await expect(page.getByTestId("virtual")).toBeVisible();
});

test("the last line that was printed is in view when a run is over", async ({ page }) => {
  await open(page);
  await load(page, "for line in range(100):\n    print('line', line)\n");
  await run(page);
  await idle(page);
  await expect(page.getByTestId("console-line").last()).toHaveText(/line 99/);
  await expect(page.getByTestId("console-line").last()).toBeInViewport();
});

test("the same seed gives the same run", async ({ page }) => {
  await open(page);
  await load(page, "import random\nprint(random.random(), random.randint(1, 1000))\n");
  const first = await run(page, { seed: 7 });
  const second = await run(page, { seed: 7 });
  const other = await run(page, { seed: 8 });
  expect(second.programs).toEqual(first.programs);
  expect(other.programs[0]?.stdout).not.toBe(first.programs[0]?.stdout);
});

test("a program alone runs beside its blocking twin, unless a mode is asked for", async ({ page }) => {
  await open(page);
  await load(
    page,
    "import asyncio\nasync def main():\n    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))\nasyncio.run(main())\n",
  );
  const { programs } = await run(page);
  expect(programs.map((program) => program.mode)).toEqual(["as-written", "blocking"]);
  expect(programs.map((program) => Math.round(program.elapsed_s))).toEqual([2, 3]);
  const alone = await run(page, { mode: "as-written" });
  expect(alone.programs.map((program) => program.mode)).toEqual(["as-written"]);
});

test("Ctrl+Enter runs from within the editor", async ({ page }) => {
  await open(page);
  await load(page, "print('by key')\n");
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("console-line")).toContainText("by key");
  expect((await results(page)).programs).toHaveLength(1);
});

for (const clock of ["real", "virtual"] as const) {
  test(`Stop ends an endless loop and keeps what was drawn, clock ${clock}`, async ({ page }) => {
    await open(page, `?clock=${clock}&lang=en`);
    await load(page, "print('before')\nwhile True:\n    pass\n");
    await page.getByTestId("run").click();
    await expect(page.getByTestId("console-line")).toContainText("before");
    await page.getByTestId("stop").click();
    await idle(page);
    const { programs } = await results(page);
    expect(programs.map((program) => program.exit_status)).toEqual([null]);
    await expect(page.getByTestId("console-line")).toContainText("before");
    await expect(page.getByTestId("result")).toHaveAttribute("data-state", "stopped");
    await expect(page.getByTestId("stop")).toBeDisabled();
    expect(await page.getByTestId("lane").count()).toBeGreaterThan(0);
  });
}

test("a program that prints without end leaves the page usable, and Stop ends it", async ({ page }) => {
  await open(page, "?clock=real&lang=en");
  await load(page, "while True:\n    print('again')\n");
  await page.getByTestId("run").click();
  await expect(page.getByTestId("console-line").first()).toContainText("again");
  await page.getByTestId("language-ko").click();
  await expect(page.getByTestId("run")).toContainText("실행");
  await page.getByTestId("stop").click();
  await idle(page);
  expect((await results(page)).programs.map((program) => program.exit_status)).toEqual([null]);
});

test("a stop right after a run stops it", async ({ page }) => {
  await open(page, "?clock=real&lang=en");
  await load(page, "while True:\n    pass\n");
  const exits = await page.evaluate(async () => {
    const run = window.loopscope.run();
    await window.loopscope.stop();
    return (await run).programs.map((program) => program.exit_status);
  });
  expect(exits).toEqual([null]);
});

test("a run takes the place of one that is under way", async ({ page }) => {
  await open(page, "?clock=real&lang=en");
  await load(page, "import time\nprint('waiting')\ntime.sleep(600)\n");
  await page.getByTestId("run").click();
  await expect(page.getByTestId("console-line")).toContainText("waiting");
  await load(page, "print('second')\n");
  const { programs } = await run(page);
  expect(programs.map((program) => program.stdout)).toEqual(["second\n"]);
});

test("where a task waits is marked in the gutter while it waits", async ({ page }) => {
  await open(page, "?clock=real&lang=en");
  await load(page, "import asyncio\nasync def main():\n    await asyncio.sleep(600)\nasyncio.run(main())\n");
  await page.getByTestId("run").click();
  const mark = page.getByTestId("parked");
  await expect(mark).toHaveText("1");
  await expect(mark).toHaveAttribute("data-state", "sleep");
  await page.getByTestId("stop").click();
  await idle(page);
  await expect(mark).toHaveCount(0);
});

test("an instant run that would go on for ever stops and says so", async ({ page }) => {
  await open(page);
  await load(
    page,
    "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\nasyncio.run(main())\n",
  );
  const { programs } = await run(page, { mode: "as-written" });
  expect(programs[0]?.exit_status).toBeNull();
  await expect(page.locator("[data-testid=notice][data-kind=trace]")).toContainText("1,000,000");
});
