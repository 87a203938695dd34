// The service worker and the content policy by themselves: what is answered, when, and what cannot leave the page.
// Not for: runs over the simulated network, see network.spec.ts.
import { expect, type Page, test } from "@playwright/test";
import { open } from "./page";

interface Asked {
  status: number;
  text: string;
  milliseconds: number;
}

/** Asks from a blob: worker of the page, as the engine does. */
function ask(
  page: Page,
  url: string,
  answer: object | null,
  body: string | null = null,
): Promise<Asked | string> {
  return page.evaluate(
    async ([address, wanted, carried]) => {
      const { serviceWorker } = navigator;
      const takenOver = new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve));
      if (serviceWorker.controller === null) await takenOver;
      const source = `onmessage = async ({ data: [url, headers, body] }) => {
        const begun = performance.now();
        try {
          // Without an answer to carry the other host's consent is not asked for: only the policy can forbid it.
          const mode = Object.keys(headers).length > 0 ? "cors" : "no-cors";
          const response = await fetch(url, { headers, mode, method: body === null ? "GET" : "POST", body });
          const text = await response.text();
          postMessage({ status: response.status, text, milliseconds: performance.now() - begun });
        } catch (reason) {
          postMessage(String(reason));
        }
      }`;
      const packed = wanted === null ? {} : { "x-loopscope-answer": btoa(JSON.stringify(wanted)) };
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      return new Promise<Asked | string>((resolve) => {
        worker.onmessage = (event: MessageEvent<Asked | string>) => {
          worker.terminate();
          resolve(event.data);
        };
        worker.postMessage([new URL(address, document.baseURI).href, packed, carried]);
      });
    },
    [url, answer, body] as const,
  );
}

test("a request is answered with what it carries, never early", async ({ page }) => {
  await open(page);
  const answer = {
    delay_us: 120_000,
    status: 201,
    reason: "Created",
    headers: [["content-type", "text/plain"]],
    body: "hello",
  };
  const asked = await ask(page, "net/https/naver.com/", answer);
  expect(asked).toMatchObject({ status: 201, text: "hello" });
  expect((asked as Asked).milliseconds).toBeGreaterThanOrEqual(119.9);
});

test("a long answer travels in the request's body", async ({ page }) => {
  await open(page);
  const answer = { delay_us: 0, status: 200, reason: "OK", headers: [] };
  const long = "짜장면".repeat(100_000);
  expect(await ask(page, "net/https/naver.com/", answer, long)).toMatchObject({ status: 200, text: long });
});

test("an answer whose bytes do not inflate is an error of the network, not another answer", async ({
  page,
}) => {
  await open(page);
  const answer = { delay_us: 0, status: 200, reason: "OK", headers: [], body_deflate_base64: "bm90aGluZw" };
  expect(await ask(page, "net/https/naver.com/", answer)).toContain("Failed to fetch");
});

test("a path of the network that carries no answer is refused in words", async ({ page }) => {
  await open(page);
  const asked = await ask(page, "net/https/naver.com/", null);
  expect(asked).toMatchObject({ status: 400 });
  expect((asked as Asked).text).toContain("must carry its answer");
});

test("a worker of the page cannot reach a foreign host", async ({ page, baseURL }) => {
  await open(page);
  const foreign = new URL(baseURL ?? "");
  foreign.hostname = foreign.hostname === "localhost" ? "127.0.0.1" : "localhost";
  expect(await ask(page, new URL("icon.svg", foreign).href, null)).toContain("Failed to fetch");
  expect(await ask(page, "icon.svg", null)).toMatchObject({ status: 200 });
});
