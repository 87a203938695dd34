// Bundles the service worker after the page, as one file beside index.html that knows every file of the page.
// Not for what it does (src/service-worker/).
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const kFileName = "service-worker.js";
const entry = fileURLToPath(new URL("../src/service-worker/service_worker.ts", import.meta.url));

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .filter((file) => file !== kFileName)
    .sort();
}

export function serviceWorker(): Plugin {
  let outDir = "";
  return {
    name: "loopscope-service-worker",
    apply: "build",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      const files = filesOf(outDir);
      const release = createHash("sha256");
      for (const file of files) release.update(file).update(readFileSync(join(outDir, file)));
      release.update(readFileSync(entry));
      await build({
        configFile: false,
        logLevel: "warn",
        define: {
          // The page is cached under the path that people open, not under its file's name.
          LOOPSCOPE_FILES: JSON.stringify(files.map((file) => (file === "index.html" ? "./" : file))),
          LOOPSCOPE_RELEASE: JSON.stringify(release.digest("hex").slice(0, 16)),
        },
        build: {
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          target: "es2022",
          lib: { entry, formats: ["iife"], name: "loopscopeServiceWorker", fileName: () => kFileName },
        },
      });
    },
  };
}
