// How the page is bundled: a static site in dist/ that runs under any path of any host.
// Not for the engine (wasm/CMakeLists.txt); nor for the tests (vitest.config.ts).
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { serviceWorker } from "./scripts/service_worker_plugin.ts";

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const engineAliases = [
  { find: /^loopscope-engine\.wasm/, replacement: fromRoot("build/wasm/loopscope_engine.wasm") },
  { find: /^loopscope-engine$/, replacement: fromRoot("build/wasm/loopscope.mjs") },
];

export default defineConfig({
  root: fromRoot("web"),
  base: "./",
  resolve: { alias: engineAliases },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Node's module, which the engine's glue imports only there.
  worker: { format: "es", rolldownOptions: { external: ["module"] } },
  server: { fs: { allow: [fromRoot(".")] } },
  build: {
    outDir: fromRoot("dist"),
    emptyOutDir: true,
    target: "es2022",
    // The content policy allows no data: URLs for scripts and fetches.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [serviceWorker()],
});
