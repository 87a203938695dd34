// Installs what package-lock.json names, once per content of that file.
// Not for the system's packages (system_packages.mjs). Imports nothing that npm would have to install.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareVersions, findOnPath, repositoryRoot } from "./locate.mjs";
import { CommandError, run } from "./run_command.mjs";

const oldestNode = "20.19.0";
const stamp = join(repositoryRoot, "node_modules/.installed-lock");

/** Throws where this Node is too old, before anything else fails less clearly. */
export function requireNode() {
  if (compareVersions(process.versions.node, oldestNode) < 0) {
    throw new CommandError(
      `Loopscope needs Node ${oldestNode} or newer with npm; this is ${process.versions.node}.\n` +
        "Debian 12's own is 18: take Node 20 or newer from https://nodejs.org or https://deb.nodesource.com.",
    );
  }
}

/** Returns whether it had to install. */
export function ensureNpmPackages() {
  requireNode();
  if (findOnPath("npm") === undefined) throw new CommandError("npm is not on the PATH: it comes with Node.");
  const lock = createHash("sha256")
    .update(readFileSync(join(repositoryRoot, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return false;
  console.log("installing npm's packages");
  run("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"]);
  writeFileSync(stamp, lock);
  return true;
}
