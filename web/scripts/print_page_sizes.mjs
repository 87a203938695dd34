// Prints the bytes of the page's files, raw and compressed, as each build leaves them.
// Not for the engine in build/wasm (wasm/scripts/print_sizes.mjs).
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** What is served compressed; the rest (images, recordings) is listed by its count. */
const kinds = new Map([
  [".html", "page"],
  [".css", "styles"],
  [".js", "script"],
  [".wasm", "engine"],
]);

export function printPageSizes(folder) {
  const rows = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && kinds.has(extname(item.name)))
    .map((item) => {
      const bytes = readFileSync(join(item.parentPath, item.name));
      return {
        kind: kinds.get(extname(item.name)),
        name: join(item.parentPath, item.name).slice(folder.length + 1),
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes).length,
      };
    })
    .sort((a, b) => b.raw - a.raw);
  console.log("bytes of dist/        raw      gzip    brotli");
  for (const row of rows) {
    const cells = [row.raw, row.gzip, row.brotli].map((value) => value.toString().padStart(9)).join(" ");
    console.log(`  ${row.kind.padEnd(12)} ${cells}  ${row.name}`);
  }
}
