// Share links in the address bar: round trips, damage, newer versions, and that nothing runs or leaves by itself.
// Not for: the form of links, see tests/web/links.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { console, expectText, idle, link, load, open, results, run } from "./page";

const golden = JSON.parse(readFileSync(new URL("../web/golden/links.json", import.meta.url), "utf8")) as {
  name: string;
  link: string;
  scenario: { code: string; network: string };
}[];

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
}

test("a link shows on another visit what was on the page, and runs only after a click", async ({
  page,
  context,
}) => {
  await open(page);
  await load(page, "print('짜장면 🥡')\n");
  const address = await link(page);
  const other = await context.newPage();
  await open(other, address);
  await idle(other);
  await expectText(other, "print('짜장면 🥡')\n");
  expect((await results(other)).programs).toEqual([]);
  await expect(other.locator("[data-testid=notice][data-kind=link]")).toContainText("press Run");
  await other.getByTestId("run").click();
  await idle(other);
  await expect(other.getByTestId("console-line")).toContainText("짜장면 🥡");
});

test("the address bar is the link", async ({ page }) => {
  await open(page);
  await load(page, "print('shared')\n");
  await expect(page).toHaveURL(/#1eJ/);
  await page.reload();
  await page.evaluate(() => window.loopscope.ready);
  await expectText(page, "print('shared')\n");
});

for (const each of golden) {
  test(`a golden link opens: ${each.name}`, async ({ page }) => {
    await open(page, each.link);
    await idle(page);
    expect((await results(page)).programs).toEqual([]);
    await expectText(page, each.scenario.code);
    await expect(page.getByTestId("network-simulated").locator("input")).toBeChecked();
  });
}

test("the address of an example holds the settings that are not its own", async ({ page }) => {
  await open(page, "?lang=en&preset=say_after");
  const virtual = page.getByTestId("clock-virtual");
  await virtual.click();
  await expect(page).toHaveURL(/[?&]clock=virtual/);
  await page.reload();
  await page.evaluate(() => window.loopscope.ready);
  await expect(page.getByTestId("preset-menu")).toContainText("Say it later");
  await expect(virtual.locator("input")).toBeChecked();
  await page.getByTestId("clock-real").click();
  await expect(page).not.toHaveURL(/clock=/);
});

test("the way to the code by key leaves the link in the address", async ({ page }) => {
  await open(page);
  await load(page, "print('kept')\n");
  await expect(page).toHaveURL(/#1eJ/);
  const address = page.url();
  await page.getByTestId("skip").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".cm-content")).toBeFocused();
  expect(page.url()).toBe(address);
});

test("a damaged link keeps the person's own text and says what is wrong", async ({ page }) => {
  await open(page);
  await load(page, "");
  await typeAtEnd(page, "print('my draft')");
  await expect(page).toHaveURL(/#1eJ/);
  await page.goto("about:blank");
  await open(page, "?lang=en#1eJyrVkrOT0lVslJKLK7MS1Z");
  await expectText(page, "print('my draft')");
  await expect(page.locator("[data-testid=notice][data-kind=link-fault]")).toContainText(
    "damaged or cut off",
  );
});

test("a link of a newer version is refused in words", async ({ page }) => {
  await open(page, "?lang=en#2eJyrVkrOT0lVslJKLK7MS1Z");
  await expect(page.locator("[data-testid=notice][data-kind=link-fault]")).toContainText(
    "newer Loopscope (format 2)",
  );
  await expect(page.getByTestId("preset-menu")).toContainText("Noodle delivery");
});

test("a draft waits while a link is shown, and comes back", async ({ page }) => {
  await open(page);
  await load(page, "");
  await typeAtEnd(page, "print('mine')");
  await page.goto("about:blank");
  await open(page, `?lang=en${golden[0]?.link}`);
  await expectText(page, golden[0]?.scenario.code ?? "");
  await typeAtEnd(page, "# edited");
  await page.getByTestId("notice-action").click();
  await expectText(page, "print('mine')");
});

test("a link pasted into the open page is shown, and not run", async ({ page }) => {
  await open(page);
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, golden[0]?.link ?? "");
  await expect(page.locator("[data-testid=notice][data-kind=link]")).toBeVisible();
  await idle(page);
  await expectText(page, golden[0]?.scenario.code ?? "");
});

test("no link, hook or script switches the internet on", async ({ page }) => {
  const wantsInternet = golden.find((each) => each.scenario.network === "internet");
  await open(page, `?lang=en&network=internet${wantsInternet?.link}`);
  await expect(page.getByTestId("network-simulated").locator("input")).toBeChecked();
  await expect(run(page, { network: "internet" })).rejects.toThrow("until the person");
  await page.getByTestId("network-internet").click();
  await expect(page.getByTestId("internet-dialog")).toContainText("came by a link");
  await page.getByTestId("internet-yes").evaluate((button: HTMLButtonElement) => button.click());
  await expect(page.getByTestId("network-simulated").locator("input")).toBeChecked();
  await page.getByTestId("internet-no").click();
  await expect(page.getByTestId("internet-dialog")).toBeHidden();
  await expect(page.getByTestId("network-simulated").locator("input")).toBeChecked();
});

test("the person's yes lasts until other code comes", async ({ page }) => {
  await open(page, "?lang=en");
  await page.getByTestId("network-internet").click();
  await page.getByTestId("internet-yes").click();
  await expect(page.getByTestId("network-internet").locator("input")).toBeChecked();
  await page.getByTestId("preset-menu").click();
  await page.locator("[data-preset=say_after]").click();
  await expect(page.getByTestId("network-simulated").locator("input")).toBeChecked();
});

test("hostile values in the address are refused in words", async ({ page }) => {
  await open(page, "?clock=sundial&seed=-1&lang=en&preset=../../etc/passwd");
  await expect(page.getByTestId("notice")).toHaveCount(3);
  await expect(page.locator("[data-kind=query-clock]")).toContainText("“real” or “virtual”");
  await expect(page.getByTestId("preset-menu")).toContainText("Noodle delivery");
  await expect(console(page, "gathered")).toBeVisible();
});
