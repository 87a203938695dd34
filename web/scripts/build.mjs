// Builds the static site: what is missing is installed, then the engine, the recordings of the presets and the page.
// Not for serving it (start.mjs). `npm run build`
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPreset } from "../../wasm/toolchain/build_preset.mjs";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { ensureNpmPackages, requireNode } from "../../wasm/toolchain/npm_packages.mjs";
import { main, run } from "../../wasm/toolchain/run_command.mjs";
import { ensureSystemPackages } from "../../wasm/toolchain/system_packages.mjs";
import { printPageSizes } from "./print_page_sizes.mjs";

/** Leaves the engine in build/wasm and the page in dist/. */
export function buildPage() {
  requireNode();
  ensureSystemPackages("build");
  ensureNpmPackages();
  buildPreset("wasm");
  const recorder = join(repositoryRoot, "web/scripts/record-presets.mjs");
  if (existsSync(recorder)) run("node", [recorder]);
  run("node", [
    "node_modules/vite/bin/vite.js",
    "build",
    "--config",
    "web/vite.config.ts",
    "--logLevel",
    "warn",
  ]);
  printPageSizes(join(repositoryRoot, "dist"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(async () => buildPage());
