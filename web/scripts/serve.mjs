// Serves dist/ as any static host would: files and their types, no special headers.
// Not for building it (build.mjs). `node web/scripts/serve.mjs [--port N]`
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { CommandError, main } from "../../wasm/toolchain/run_command.mjs";

/** Only this machine, unless asked: a container whose port is published wants HOST=0.0.0.0. */
const host = process.env.HOST ?? "127.0.0.1";
const firstPort = 5173;
/** How many ports are tried from the first on, where none is asked for. */
const portsTried = 50;

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** The file that a request's path names within `folder`, or undefined. */
function fileOf(folder, requestUrl) {
  let path;
  try {
    path = decodeURIComponent(new URL(requestUrl, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(folder + sep) || file.includes("\0")) return undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function answer(folder, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const file = fileOf(folder, request.url);
  if (file === undefined) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such file.\n");
    return;
  }
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-length": statSync(file).size,
    "cache-control": "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** The port of a text such as PORT's; throws with words where it is none. */
export function parsePort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new CommandError(`PORT must be a number from 1 to 65535, not ${JSON.stringify(text)}`);
  }
  return port;
}

/** Serves until the process ends; resolves to the address. Without `port`, the first free one from 5173 on. */
export async function serve(port) {
  const folder = normalize(join(repositoryRoot, "dist"));
  if (!existsSync(join(folder, "index.html"))) throw new CommandError("dist/ is not built: npm run build");
  const server = createServer((request, response) => answer(folder, request, response));
  for (let candidate = port ?? firstPort; ; candidate++) {
    try {
      await listen(server, candidate);
      return `http://localhost:${candidate}/`;
    } catch (error) {
      const taken = error.code === "EADDRINUSE";
      if (!taken || port !== undefined || candidate - firstPort >= portsTried) {
        throw new CommandError(
          taken ? `port ${candidate} is taken: choose another with PORT` : error.message,
        );
      }
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { values } = parseArgs({ options: { port: { type: "string" } } });
    const address = await serve(values.port === undefined ? undefined : parsePort(values.port));
    console.log(`serving dist/ at ${address}`);
  });
}
