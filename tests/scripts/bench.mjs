// `npm run bench`: the C++ benches, then those in Node and the browser. `-- --short` only shows that they run.
// Not for judging: a figure is compared with its neighbours of the same run.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPreset } from "../../wasm/toolchain/build_preset.mjs";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { ensureNpmPackages } from "../../wasm/toolchain/npm_packages.mjs";
import { CommandError, main, run } from "../../wasm/toolchain/run_command.mjs";
import { ensureSystemPackages } from "../../wasm/toolchain/system_packages.mjs";
import { buildPage } from "../../web/scripts/build.mjs";

/** Scripts that run by themselves: tests/bench/engine (Node), tests/bench/browser (Chromium). */
function scripts() {
  return ["engine", "browser"].flatMap((name) => {
    const folder = join(repositoryRoot, "tests/bench", name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((file) => file.endsWith("_bench.mjs"))
      .map((file) => join(folder, file));
  });
}

function nativeBenches() {
  const folder = join(repositoryRoot, "build/native/bin");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith("_benches"))
    .map((file) => join(folder, file));
}

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { short: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const short = values.short ? ["--short"] : [];
  const wanted = (path) => positionals.length === 0 || positionals.some((part) => path.includes(part));
  ensureSystemPackages("tests");
  buildPreset("native");
  const commands = nativeBenches().map((path) => ({
    path,
    command: path,
    args: values.short
      ? ["--benchmark_min_time=0.01"]
      : ["--benchmark_repetitions=5", "--benchmark_report_aggregates_only=true"],
  }));
  const runtimeInWasm = join(repositoryRoot, "build/wasm/bin/loopscope_runtime_benches.cjs");
  if (wanted(runtimeInWasm)) {
    ensureNpmPackages();
    buildPreset("wasm", ["loopscope_runtime_benches"]);
    commands.push({ path: runtimeInWasm, command: "node", args: [runtimeInWasm, ...short] });
  }
  if (scripts().some(wanted)) buildPage();
  for (const path of scripts()) commands.push({ path, command: "node", args: [path, ...short] });
  let failed = 0;
  const chosen = commands.filter(({ path }) => wanted(path));
  for (const { path, command, args } of chosen) {
    console.log(`\n== ${path.slice(repositoryRoot.length)}`);
    try {
      run(command, args);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(error.message);
      failed++;
    }
  }
  console.log(`benches: ${chosen.length - failed} ran, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
