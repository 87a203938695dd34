// The simulated network with the real clock: real fetch() calls, answered by the service worker, none to a foreign host.
// Not for: the latency model's numbers, which core's tests know.
import { expect, test } from "@playwright/test";
import { controlled, idle, load, open, openFresh, results, run } from "./page";

const forty = `import asyncio, aiohttp
SITES = ["https://naver.com", "https://google.com", "https://instagram.com", "https://youtube.com"]
async def size(session, url):
    async with session.get(url) as response:
        return len(await response.text())
async def main():
    async with aiohttp.ClientSession() as session:
        sizes = await asyncio.gather(*[size(session, url) for url in SITES * 10])
    print(len(sizes), min(sizes) > 0)
    await asyncio.sleep(600)
asyncio.run(main())
`;

test("40 requests are 40 real fetch() calls in the worker, and none leaves the page's host", async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(request.url()));
  await open(page, "?clock=real&lang=en");
  await controlled(page);
  await load(page, forty);
  const started = page.evaluate(() => window.loopscope.run({ mode: "as-written" }));
  await expect(page.getByTestId("console-line")).toContainText("40 True");
  const fetched: string[] = [];
  for (const worker of page.workers()) {
    fetched.push(
      ...(await worker.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name))),
    );
  }
  await page.getByTestId("stop").click();
  const { programs } = await started;
  expect(programs[0]?.requests).toBe(40);
  const net = new URL("net/", baseURL).href;
  expect(fetched.filter((url) => url.startsWith(net))).toHaveLength(40);
  const origin = new URL(baseURL ?? "").origin;
  const foreign = [...asked, ...fetched].filter(
    (url) => !["blob:", "data:", origin].some((own) => url.startsWith(own)),
  );
  expect(foreign).toEqual([]);
});

test("on a first visit, too, no simulated request goes to the host", async ({ page, baseURL }) => {
  const net = new URL("net/", baseURL).href;
  const answered: string[] = [];
  const past: string[] = [];
  page.context().on("response", (response) => {
    if (!response.url().startsWith(net)) return;
    (response.fromServiceWorker() ? answered : past).push(response.url());
  });
  await open(page, "?clock=real&lang=en");
  await load(page, forty.replace("await asyncio.sleep(600)", ""));
  const { programs } = await run(page, { mode: "as-written" });
  expect(programs[0]).toMatchObject({ stdout: "40 True\n", requests: 40 });
  expect(past).toEqual([]);
  // The engine answers by itself where the service worker took too long to come.
  expect([0, 40]).toContain(answered.length);
});

test("without a service worker the engine answers by itself, and the page says so", async ({ browser }) => {
  const page = await openFresh(browser, { serviceWorkers: "block" }, "?clock=real&lang=en");
  await load(page, "import requests\nprint(requests.get('https://naver.com').status_code)\n");
  await page.getByTestId("run").click();
  await idle(page);
  expect((await results(page)).programs[0]).toMatchObject({ stdout: "200\n", requests: 1, exit_status: 0 });
  await expect(page.locator("[data-testid=notice][data-kind=service-worker]")).toContainText(
    "answers requests by itself",
  );
  await page.context().close();
});

test("both ways of answering take as long", async ({ page }) => {
  await open(page, "?lang=en");
  await load(page, "import requests\nprint(requests.get('https://naver.com').status_code)\n");
  const virtual = await run(page, { clock: "virtual" });
  const real = await run(page, { clock: "real" });
  expect(real.programs[0]?.stdout).toBe(virtual.programs[0]?.stdout);
  expect(real.programs[0]?.elapsed_s).toBeGreaterThanOrEqual(virtual.programs[0]?.elapsed_s ?? 0);
});

test("the page works offline after the first visit", async ({ page, context }) => {
  await open(page, "?clock=virtual&lang=en");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await page.evaluate(() => window.loopscope.ready);
  await expect(page.getByTestId("recorded")).toBeVisible();
  await load(page, "print('offline')\n");
  expect((await run(page)).programs[0]?.stdout).toBe("offline\n");
  await context.setOffline(false);
});
