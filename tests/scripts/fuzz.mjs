// `npm run fuzz`: each libFuzzer target for a minute, or `-- --seconds N`; `-- --short` for three seconds.
// Not for hours of it (soak.mjs).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPreset } from "../../wasm/toolchain/build_preset.mjs";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { CommandError, main, runQuietly } from "../../wasm/toolchain/run_command.mjs";
import { ensureSystemPackages } from "../../wasm/toolchain/system_packages.mjs";
import { fuzzTargets } from "./suites.mjs";

const shortSeconds = 3;

await main(async () => {
  const { values } = parseArgs({
    options: { seconds: { type: "string", default: "60" }, short: { type: "boolean", default: false } },
  });
  const seconds = values.short ? shortSeconds : Number(values.seconds);
  if (!Number.isInteger(seconds) || seconds < 1)
    throw new CommandError("--seconds wants a whole number of seconds");
  ensureSystemPackages("tests");
  const targets = fuzzTargets();
  buildPreset("native-asan", targets);
  let failed = 0;
  for (const target of targets) {
    // Inputs that reach new code are kept from run to run; what crashes is left beside them.
    const seeds = join(repositoryRoot, "tests/conformance");
    const corpus = join(repositoryRoot, "build/fuzz", target);
    mkdirSync(corpus, { recursive: true });
    const limits = [
      `-max_total_time=${seconds}`,
      "-timeout=20",
      // Small inputs reach as much as large ones, and sooner.
      "-max_len=2048",
      `-dict=${join(repositoryRoot, "tests/fuzz/python.dict")}`,
      "-rss_limit_mb=2048",
      "-print_final_stats=0",
    ];
    try {
      runQuietly(join(repositoryRoot, "build/native-asan/bin", target), [
        corpus,
        seeds,
        `-artifact_prefix=${corpus}-`,
        ...limits,
      ]);
      console.log(`ok ${target} (${seconds} s)`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(`FAILED ${target}\n${error.message}`);
      failed++;
    }
  }
  console.log(`fuzz targets: ${targets.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
