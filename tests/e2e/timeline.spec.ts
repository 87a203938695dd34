// The timeline on the page: its mirror as text, its table, its keys, and the playhead that moves the code's marks.
// Not for: drawing, see tests/web/timeline.
import { expect, test } from "@playwright/test";
import { idle, load, open, run } from "./page";

const two = `import asyncio
async def tick(seconds):
    await asyncio.sleep(seconds)
async def main():
    await asyncio.gather(tick(2), tick(3))
asyncio.run(main())
`;

test("every lane and span can be read as text, with state, times and line", async ({ page }) => {
  await open(page);
  await load(page, two);
  await run(page, { mode: "as-written" });
  await idle(page);
  const sleeps = page.locator("[data-testid=span][data-state=sleep]");
  await expect(sleeps).toHaveCount(2);
  const lines = await sleeps.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.line));
  expect(lines).toEqual(["3", "3"]);
  const lengths = await sleeps.evaluateAll((cells) =>
    cells.map((cell) => {
      const { beginUs, endUs } = (cell as HTMLElement).dataset;
      return Math.round((Number(endUs) - Number(beginUs)) / 1e6);
    }),
  );
  expect(lengths).toEqual([2, 3]);
  await expect(page.locator("[data-testid=lane][data-outcome=finished]")).toHaveCount(3);
});

test("the playhead goes by keys, and the code marks where the tasks were", async ({ page }) => {
  await open(page);
  await load(page, two);
  await run(page, { mode: "as-written" });
  await idle(page);
  await expect(page.getByTestId("parked")).toHaveCount(0);
  await page.getByTestId("playhead").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("PageUp");
  await idle(page);
  const before = await page.getByTestId("playhead").getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("playhead")).not.toHaveAttribute("aria-valuetext", before ?? "");
  await expect(page.getByTestId("parked").filter({ hasText: "2" })).toHaveAttribute("data-state", "sleep");
});

test("a console line's time moves the playhead there", async ({ page }) => {
  await open(page);
  await load(page, `${two}print("over")\n`);
  await run(page, { mode: "as-written" });
  await idle(page);
  await page.getByTestId("console-line").getByRole("button").click();
  await expect(page.getByTestId("playhead")).toHaveAttribute("aria-valuetext", /3/);
});
