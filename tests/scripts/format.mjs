// `npm run format`: C++ by clang-format, TypeScript, scripts, styles and JSON by Biome.
// Not for finding mistakes (check.mjs).
import { ensureNpmPackages } from "../../wasm/toolchain/npm_packages.mjs";
import { main, run } from "../../wasm/toolchain/run_command.mjs";
import { cppFiles } from "./source_files.mjs";

await main(async () => {
  ensureNpmPackages();
  const files = cppFiles();
  if (files.length > 0) run("clang-format-19", ["-i", ...files]);
  run("node", ["node_modules/@biomejs/biome/bin/biome", "check", "--write", "--linter-enabled=false", "."]);
});
