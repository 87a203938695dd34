// The project's own source files by language, as git knows them.
// Not for the conformance programs (tests/conformance/programs.mjs).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { runQuietly } from "../../wasm/toolchain/run_command.mjs";

function listed(...patterns) {
  const names = runQuietly("git", [
    "ls-files",
    "--cached",
    "--others",
    "--exclude-standard",
    "--",
    ...patterns,
  ]);
  return names.split("\n").filter((name) => name !== "" && existsSync(join(repositoryRoot, name)));
}

export const cppFiles = () => listed("*.cpp", "*.h");
export const webModules = () => listed("web/src/*.ts", "web/src/*.tsx");
