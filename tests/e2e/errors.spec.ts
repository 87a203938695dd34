// Errors: at their line in the editor, unchanged on stderr, explained in both languages; and bad input of every kind.
// Not for: CPython's messages, which conformance programs compare.
import { expect, type Page, test } from "@playwright/test";
import { console, idle, load, open, results, run } from "./page";

async function typed(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
  await idle(page);
}

test("an error stands at its line while the text is edited", async ({ page }) => {
  await open(page);
  await typed(page, "print('fine')\nfoo(\n");
  await expect(page.locator(".cm-lint-marker-error")).toHaveCount(1);
  await expect(page.locator(".cm-lintRange-error")).toHaveCount(1);
  await typed(page, "print('fine')\n");
  await expect(page.locator(".cm-lint-marker-error")).toHaveCount(0);
});

test("an error of a run stands at its line until the text changes", async ({ page }) => {
  await open(page);
  await load(page, "print(1)\nprint(1 / 0)\n");
  const { programs } = await run(page);
  await idle(page);
  expect(programs[0]?.exit_status).toBe(1);
  expect(programs[0]?.stderr).toContain("ZeroDivisionError: division by zero");
  await expect(page.getByTestId("exit-status")).toHaveText("exit 1");
  await expect(page.locator(".cm-lint-marker-error")).toHaveCount(1);
  await typed(page, "print(1)\n");
  await expect(page.locator(".cm-lint-marker-error")).toHaveCount(0);
});

test("a forgotten await is explained beside CPython's words, in the language of the page", async ({
  page,
}) => {
  await open(page);
  await load(
    page,
    "import asyncio\nasync def brew():\n    pass\nasync def main():\n    brew()\nasyncio.run(main())\n",
  );
  await run(page, { mode: "as-written" });
  await idle(page);
  await expect(page.getByTestId("console-line").first()).toContainText("coroutine 'brew' was never awaited");
  const explanation = page.locator("[data-testid=explanation][data-finding=neverAwaited]");
  await expect(explanation).toContainText("Nobody awaited brew()");
  await page.getByTestId("language-ko").click();
  await expect(explanation).toContainText("아무도 기다리지 않았습니다");
});

test("time.sleep inside async def is explained from the trace, with its line", async ({ page }) => {
  await open(page);
  await load(page, "import asyncio, time\nasync def main():\n    time.sleep(2)\nasyncio.run(main())\n");
  await run(page, { mode: "as-written" });
  await idle(page);
  const explanation = page.locator("[data-testid=explanation][data-finding=blockedLoop]");
  await expect(explanation).toContainText("The loop stood still for 2.0 s");
  await expect(explanation).toContainText("Line 3");
});

test("an error in one program stops that one only", async ({ page }) => {
  await open(page);
  await load(page, "# %% broken\nfoo(\n\n# %% fine\nprint('fine')\n");
  const { programs } = await run(page);
  expect(programs.map((program) => program.exit_status)).toEqual([1, 0]);
  expect(programs[0]?.stderr).toContain("SyntaxError: '(' was never closed");
});

test("the console shows all that a program said, a syntax error and waiting for ever included", async ({
  page,
}) => {
  await open(page);
  await load(
    page,
    "# %% broken\nfoo(\n\n# %% stuck\nimport asyncio, sys\nasync def main():\n    print('waits', file=sys.stderr)\n    await asyncio.Future()\nasyncio.run(main())\n",
  );
  const { programs } = await run(page);
  await idle(page);
  for (const { label, stderr } of programs) {
    const lines = console(page, label).locator("[data-testid=console-line].stderr .text");
    await expect(lines).toHaveText(stderr.trimEnd().split("\n"), { useInnerText: false });
  }
  await expect(console(page, "broken")).toContainText("SyntaxError: '(' was never closed");
  await expect(console(page, "stuck")).toContainText("waiting for ever");
});

const seededBytes = ((): string => {
  let state = 1;
  const units: string[] = [];
  for (let at = 0; at < 1_000_000; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    units.push(String.fromCharCode(state >>> 24));
  }
  return units.join("");
})();

const badInputs: [name: string, text: string, words: RegExp][] = [
  ["1 MB of random bytes", seededBytes, /SyntaxError/],
  [
    "unbalanced brackets",
    "print([1, 2)\n",
    /SyntaxError: closing parenthesis '\)' does not match opening parenthesis '\['/,
  ],
  [
    "10,000 nested parentheses",
    `x = ${"(".repeat(10_000)}1${")".repeat(10_000)}\n`,
    /SyntaxError: too many nested parentheses/,
  ],
  [
    "an endless recursion",
    "def f():\n    return f()\nf()\n",
    /RecursionError: maximum recursion depth exceeded/,
  ],
];

for (const [name, text, words] of badInputs) {
  test(`bad input gets a clear error: ${name}`, async ({ page }) => {
    await open(page);
    await load(page, text);
    const { programs } = await run(page);
    await idle(page);
    expect(programs[0]?.exit_status).toBe(1);
    expect(programs[0]?.stderr).toMatch(words);
    await load(page, "print('still here')\n");
    expect((await run(page)).programs[0]?.stdout).toBe("still here\n");
  });
}

test("an empty text runs, prints nothing and says so", async ({ page }) => {
  await open(page);
  await load(page, "");
  await page.getByTestId("run").click();
  await idle(page);
  expect((await results(page)).programs).toMatchObject([{ stdout: "", stderr: "", exit_status: 0 }]);
  await expect(page.getByTestId("console")).toContainText("It printed nothing");
});

test("hooks refuse what makes no sense, in words", async ({ page }) => {
  await open(page);
  const refusals = await page.evaluate(async () => {
    const wishes: unknown[] = [
      { clock: "sundial" },
      { seed: 1.5 },
      { mode: "backwards" },
      { network: "carrier pigeon" },
    ];
    const words: string[] = [];
    for (const wish of wishes) {
      const run = window.loopscope.run as (wish: unknown) => Promise<unknown>;
      await run(wish).catch((reason: Error) => words.push(reason.message));
    }
    return words;
  });
  expect(refusals).toHaveLength(4);
  expect(refusals[0]).toContain("clock is “real” or “virtual”");
});
