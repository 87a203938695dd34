// Says where a module of the page imports what its layer must not: only web/ itself, the engine's facade, packages.
// Not for C++ (core/cmake/check_layers.cmake).
import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { webModules } from "./source_files.mjs";

// What the page may read of build/: the recordings of its presets, as files.
const builtFiles = /^build\/recordings\//;
const importPattern = /(?:from|import|import\.meta\.glob(?:<[^>]*>)?)\s*\(?\s*"([^"]+)"/g;

function broken(file, specifier) {
  if (!specifier.startsWith(".")) return undefined;
  const target = posix.normalize(posix.join(dirname(file), specifier));
  if (target.startsWith("web/") || builtFiles.test(target)) return undefined;
  return `${specifier} leaves web/: the engine is imported as "loopscope-engine"`;
}

/** Rows `file:line: words`. */
export function brokenImports() {
  const rows = [];
  for (const file of webModules()) {
    const text = readFileSync(join(repositoryRoot, file), "utf8");
    for (const match of text.matchAll(importPattern)) {
      const words = broken(file, match[1]);
      if (words === undefined) continue;
      rows.push(`${file}:${text.slice(0, match.index).split("\n").length}: ${words}`);
    }
  }
  return rows;
}
