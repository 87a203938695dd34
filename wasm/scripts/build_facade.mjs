// Compiles the typed facade (wasm/*.mts) beside the engine: loopscope.mjs and what it imports, with types.
// Not for the engine itself (emcc). `node wasm/scripts/build_facade.mjs BUILD_FOLDER`
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { repositoryRoot } from "../toolchain/locate.mjs";

const folder = resolve(process.argv[2] ?? join(repositoryRoot, "build/wasm"));
const compiler = join(repositoryRoot, "node_modules/typescript/bin/tsc");
const facade = join(repositoryRoot, "wasm");
// The glue's types are in the build folder, which may be any: tsc takes such folders from a file only.
const project = {
  extends: join(facade, "tsconfig.json"),
  compilerOptions: {
    noEmit: false,
    allowImportingTsExtensions: false,
    declaration: true,
    rootDir: facade,
    rootDirs: [facade, folder],
    outDir: folder,
  },
  include: [join(facade, "*.mts")],
};
const projectFile = join(folder, "tsconfig.facade.json");
writeFileSync(projectFile, JSON.stringify(project));
const { status } = spawnSync(process.execPath, [compiler, "--project", projectFile], { stdio: "inherit" });
process.exit(status ?? 1);
