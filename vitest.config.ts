// Which tests Vitest runs: the engine in Node, and the page's units.
// Not for the browser's tests (playwright.config.ts).
import { defineConfig } from "vitest/config";
import { engineAliases } from "./web/vite.config.ts";

export default defineConfig({
  resolve: { alias: engineAliases },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["tests/engine/**/*.test.ts", "tests/web/**/*.test.ts", "tests/web/**/*.test.tsx"],
    environment: "node",
    // The slowest program, under a loaded machine.
    testTimeout: 60_000,
    passWithNoTests: true,
  },
});
