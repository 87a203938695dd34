// How the browser's tests run: the built page, served by a plain static server, in the system's Chromium.
// Not for the tests of single modules (vitest.config.ts).
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.LOOPSCOPE_TEST_PORT ?? 5273);
const systemChromium = "/usr/bin/chromium";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: process.env.CI !== undefined,
  workers: process.env.CI === undefined ? undefined : 2,
  reporter: [["list"]],
  // For two busy cores: a slow machine is no failure. Nothing waits that long where it need not.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: "chromium",
    launchOptions: {
      ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `node web/scripts/serve.mjs --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
