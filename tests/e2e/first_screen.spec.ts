// The first screen: an example is loaded and its recorded run is drawn, without a click and without an engine.
// Not for: running.
import { expect, test } from "@playwright/test";
import { idle, open, results } from "./page";

test("an example and its recorded run are there without a click", async ({ page }) => {
  await open(page, "?lang=en");
  await idle(page);
  await expect(page.getByTestId("preset-menu")).toContainText("Noodle delivery");
  await expect(page.getByTestId("recorded")).toBeVisible();
  await expect(page.getByTestId("result")).toHaveCount(3);
  await expect(page.getByTestId("factor")).toHaveText(["2.40× faster"]);
  expect(await page.getByTestId("lane").count()).toBeGreaterThan(4);
  await expect(page.getByTestId("section")).toHaveCount(3);
  await expect(page.getByTestId("console").nth(2).getByTestId("console-line")).toHaveCount(6);
});

test("the code can be read before the editor's chunk is there", async ({ page }) => {
  await page.route("**/code_editor-*.js", (route) => route.abort());
  await page.goto("?lang=en");
  await expect(page.getByTestId("plain-code")).toContainText("asyncio.run(main())");
  await expect(page.getByTestId("recorded")).toBeVisible();
});

test("every example can be chosen by keys, and draws its recorded run", async ({ page }) => {
  await open(page, "?lang=en");
  const menu = page.getByTestId("preset-menu");
  await menu.focus();
  await page.keyboard.press("Enter");
  const names = await page
    .getByTestId("preset")
    .evaluateAll((items) => items.map((item) => item.dataset.preset));
  expect(names.length).toBeGreaterThanOrEqual(8);
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  for (let at = 1; at < names.length; at += 1) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`preset=${names[at]}`));
    await idle(page);
    await expect(page.getByTestId("recorded")).toBeVisible();
    const { programs } = await results(page);
    expect(programs.length).toBeGreaterThanOrEqual(2);
    expect(programs.map(({ label, exit_status }) => [label, exit_status])).toEqual(
      programs.map(({ label }) => [label, 0]),
    );
  }
});
