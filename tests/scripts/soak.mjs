// `npm run soak`: conformance under the sanitizers and every fuzz target, again and again for 30 minutes, or
// `-- --minutes N`. Not part of `npm test`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPreset } from "../../wasm/toolchain/build_preset.mjs";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { CommandError, main, run } from "../../wasm/toolchain/run_command.mjs";

await main(async () => {
  const { values } = parseArgs({ options: { minutes: { type: "string", default: "30" } } });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new CommandError("--minutes wants a number above 0");
  const end = Date.now() + minutes * 60_000;
  buildPreset("native-asan");
  let rounds = 0;
  do {
    run("node", [join(repositoryRoot, "tests/scripts/conformance.mjs"), "--build", "native-asan"]);
    run("node", [join(repositoryRoot, "tests/scripts/fuzz.mjs"), "--seconds", "60"]);
    rounds++;
  } while (Date.now() < end);
  console.log(`soak: ${rounds} rounds without a failure`);
});
