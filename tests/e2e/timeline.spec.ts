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

test("a drag moves the playhead where all is in view, and the view where it is zoomed", async ({ page }) => {
  await open(page);
  await load(page, two);
  await run(page, { mode: "as-written" });
  await idle(page);
  const playhead = page.getByTestId("playhead");
  const box = await page.getByTestId("timeline-canvas").boundingBox();
  if (box === null) throw new Error("the picture is not in view");
  const { x, y, width, height } = box;
  const drag = async (from: number, to: number): Promise<void> => {
    await page.mouse.move(x + width * from, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * to, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await idle(page);
  };
  const now = async (): Promise<number> => Number(await playhead.getAttribute("aria-valuenow"));
  await drag(0.4, 0.6);
  const held = await now();
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(3_000_000);
  await page.getByTestId("timeline-zoom-in").click();
  await page.getByTestId("timeline-zoom-in").click();
  await idle(page);
  await drag(0.8, 0.7);
  expect(await now()).toBe(held);
});

test("a console line's time moves the playhead there", async ({ page }) => {
  await open(page);
  await load(page, `${two}print("over")\n`);
  await run(page, { mode: "as-written" });
  await idle(page);
  await page.getByTestId("console-line").getByRole("button").click();
  await expect(page.getByTestId("playhead")).toHaveAttribute("aria-valuetext", /3/);
});
