// Language, light, phone and access: the page in both languages and themes, under a thumb, by keys, and by axe.
// Not for: what runs do.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { devices, expect, type Page, test } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import { idle, load, open, openFresh, run } from "./page";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ resultTypes: ["violations"] });
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

test("speaks the browser's language, remembers another, and says which to screen readers", async ({
  browser,
}) => {
  const page = await openFresh(browser, { locale: "ko-KR" }, "");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByTestId("run")).toContainText("실행");
  await expect(page.locator(".cm-content")).toContainText("배달 완료");
  await page.getByTestId("language-en").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByTestId("run")).toContainText("Run");
  await expect(page.locator(".cm-content")).toContainText("delivered to");
  await page.reload();
  await page.evaluate(() => window.loopscope.ready);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.context().close();
});

test("a language chosen in the middle of an example's run shows the example in that language", async ({
  page,
}) => {
  await open(page, "?clock=real&lang=en");
  await page.getByTestId("run").click();
  await expect(page.getByTestId("result").first()).toHaveAttribute("data-state", "running");
  await page.getByTestId("language-ko").click();
  await expect(page.getByTestId("recorded")).toBeVisible();
  await idle(page);
  await expect(page.getByTestId("stop")).toBeDisabled();
  await expect(page.locator(".cm-content")).toContainText("배달 완료");
  await expect(page.getByTestId("result").first()).toContainText("막으면서");
});

test("a language chosen in the middle of a run of one's own code changes words only", async ({ page }) => {
  await open(page, "?clock=real&lang=en");
  await load(page, "import time\nprint('begun')\ntime.sleep(600)\n");
  await page.getByTestId("run").click();
  await expect(page.getByTestId("console-line")).toContainText("begun");
  await page.getByTestId("language-ko").click();
  await expect(page.getByTestId("run")).toContainText("실행");
  await expect(page.getByTestId("result")).toHaveAttribute("data-state", "running");
  await expect(page.getByTestId("console-line")).toContainText("begun");
  await page.getByTestId("stop").click();
  await idle(page);
});

test("is light or dark as the system is, or as the person chose", async ({ browser }) => {
  const page = await openFresh(browser, { colorScheme: "dark" }, "?lang=en");
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.getByTestId("theme").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await background()).not.toBe(dark);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.context().close();
});

test("a phone shows everything without scrolling sideways, with Run under the thumb", async ({ browser }) => {
  const { defaultBrowserType: _, ...phone } = devices["iPhone 13"];
  const page = await openFresh(browser, { ...phone, locale: "ko-KR" }, "?clock=virtual");
  await idle(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expect(page.getByTestId("run")).toBeInViewport();
  await page.getByTestId("run").tap();
  await idle(page);
  await expect(page.getByTestId("recorded")).toHaveCount(0);
  await expect(page.getByTestId("result")).toHaveCount(3);
  // A section is gone to without a keyboard that would cover it.
  await page.getByTestId("section-go").nth(2).tap();
  await expect(page.getByTestId("section").nth(2)).toHaveClass(/current/);
  await expect(page.locator(".cm-content")).not.toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test("no example and no title makes the page wider than the window", async ({ browser }) => {
  const page = await openFresh(browser, { locale: "en-US", viewport: { width: 360, height: 740 } }, "");
  const wider = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const width of [360, 920, 921, 1024]) {
    await page.setViewportSize({ width, height: 740 });
    await idle(page);
    expect(await wider()).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByTestId("preset-menu").click();
  await page.locator("[data-preset=sleep_in_async]").click();
  await expect(page.getByTestId("preset-menu")).toContainText("time.sleep inside async");
  await idle(page);
  expect(await wider()).toBeLessThanOrEqual(0);
  for (const control of ["run", "stop", "clock", "network", "theme"])
    await expect(page.getByTestId(control)).toBeInViewport({ ratio: 1 });
  await page.context().close();
});

test("every control has a data-testid", async ({ page }) => {
  await open(page);
  await load(
    page,
    "# %% a\nimport asyncio\nasync def f():\n    pass\nasync def main():\n    f()\nasyncio.run(main())\n# %% b\nprint(1)\n",
  );
  await run(page);
  await idle(page);
  await page.getByTestId("preset-menu").click();
  await page.getByTestId("timeline-table-toggle").focus();
  const nameless = await page
    .locator("button, a, input, [role=slider], [role=log]")
    .evaluateAll((controls) =>
      controls
        .filter((control) => !control.dataset.testid && !control.parentElement?.dataset.testid)
        .map((control) => control.outerHTML),
    );
  expect(nameless).toEqual([]);
});

test("sections are jumped to and folded", async ({ page }) => {
  await open(page);
  await page.getByTestId("section").nth(2).getByRole("button").first().click();
  await expect(page.getByTestId("section").nth(2)).toHaveClass(/current/);
  const fold = page.getByTestId("section-fold").first();
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator(".cm-foldPlaceholder")).toHaveCount(1);
  await fold.click();
  await expect(page.locator(".cm-foldPlaceholder")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const locale of ["ko-KR", "en-US"]) {
    test(`axe finds nothing: ${colorScheme}, ${locale}`, async ({ browser }) => {
      const page = await openFresh(browser, { colorScheme, locale }, "?clock=virtual");
      await idle(page);
      expect(await violations(page)).toEqual([]);
      await run(page);
      await idle(page);
      await page.getByTestId("preset-menu").click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByTestId("network-internet").click();
      await expect(page.getByTestId("internet-dialog")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });
  }
}
