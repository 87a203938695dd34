// Prints the bytes of the engine, raw and as a server compresses them, and fails where the engine outgrew its limit.
// Not for the page's files (web/scripts/print_page_sizes.mjs). `node wasm/scripts/print_sizes.mjs BUILD_FOLDER`
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** Brotli bytes of wasm and glue together. Raised only by a commit that says what the bytes buy. */
const kLimit = 440 * 1024;

const folder = process.argv[2] ?? "build/wasm";
const facadeAndGlue = readdirSync(folder).filter((name) => name.endsWith(".mjs"));

function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function row(what, names) {
  const files = names.map((name) => readFileSync(join(folder, name)));
  const raw = files.reduce((sum, bytes) => sum + bytes.length, 0);
  const compressed = files.reduce((sum, bytes) => sum + brotli(bytes), 0);
  console.log(`  ${what.padEnd(16)} ${String(raw).padStart(9)} ${String(compressed).padStart(9)}`);
  return compressed;
}

console.log("bytes of the engine     raw    brotli");
const total = row("wasm", ["loopscope_engine.wasm"]) + row("glue and facade", facadeAndGlue);
console.log(`  ${"together".padEnd(26)} ${String(total).padStart(9)}`);
if (total > kLimit) {
  console.error(
    `The engine is ${total} bytes compressed, ${total - kLimit} more than its limit of ${kLimit}.`,
  );
  process.exit(1);
}
