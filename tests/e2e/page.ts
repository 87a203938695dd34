// The page as the browser's tests see it: opened, ready, driven by its own hooks.
// Not for: expectations, which stand in the tests.
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
  test,
} from "@playwright/test";
import type { LoopscopeHooks } from "../../web/src/hooks";

export type Results = Awaited<ReturnType<LoopscopeHooks["run"]>>;
export type RunWish = Parameters<LoopscopeHooks["run"]>[0];

/** Every error that the page reports by itself fails the test that meets it. */
export function failOnPageErrors(page: Page): void {
  page.on("pageerror", (error) => {
    test.info().errors.push({ message: `the page failed: ${error.message}` });
  });
}

/** Opens the page and waits until it can be used. */
export async function open(page: Page, address = "?clock=virtual&seed=1&lang=en"): Promise<void> {
  failOnPageErrors(page);
  await page.goto(address);
  await page.evaluate(() => window.loopscope.ready);
}

/** Waits until the page's service worker is in charge, which on a first visit takes a moment. */
export function controlled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { serviceWorker } = navigator;
        serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
        if (serviceWorker.controller !== null) resolve();
      }),
  );
}

/** A page in a context of its own, with what that context allows or forbids. */
export async function openFresh(
  browser: Browser,
  options: BrowserContextOptions,
  address?: string,
): Promise<Page> {
  const { baseURL } = test.info().project.use;
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), ...options });
  const page = await context.newPage();
  await open(page, address);
  return page;
}

export function load(page: Page, text: string): Promise<void> {
  return page.evaluate((code) => window.loopscope.load(code), text);
}

export function run(page: Page, wish: RunWish = {}): Promise<Results> {
  return page.evaluate((asked) => window.loopscope.run(asked), wish);
}

export function idle(page: Page): Promise<void> {
  return page.evaluate(() => window.loopscope.idle());
}

export function link(page: Page): Promise<string> {
  return page.evaluate(() => window.loopscope.link());
}

export function results(page: Page): Promise<Results> {
  return page.evaluate(() => window.loopscope.results());
}

/** The editor's whole text. Long texts are not in the document as a whole, so it is asked of the link. */
export async function expectText(page: Page, text: string): Promise<void> {
  const code = page.locator(".cm-content");
  await expect(code).toBeVisible();
  const shown = await code.locator(".cm-line").allTextContents();
  expect(shown.join("\n")).toBe(text.replaceAll("\r\n", "\n"));
}

export function console(page: Page, program: string): Locator {
  return page.locator(`[data-testid=console][data-program="${program}"]`);
}
