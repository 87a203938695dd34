// The pool's parts in a browser: the engine's wasm, compiled while it downloads, and workers with or without the page's policy.
// Not for: counting workers, see worker_pool.ts.
import wasmUrl from "loopscope-engine.wasm?url";
import workerUrl from "../worker/engine_worker.ts?worker&url";
import type { WorkerPort } from "./engine_worker";
import type { Confinement, PoolParts } from "./worker_pool";

async function compile(): Promise<WebAssembly.Module> {
  const url = new URL(wasmUrl, document.baseURI);
  try {
    return await WebAssembly.compileStreaming(fetch(url));
  } catch {
    // A host that does not say application/wasm, or a browser without streaming: the bytes say the same.
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

// A policy in a meta tag covers a worker only when it comes from a blob: URL of the page, which inherits it.
function spawn(confinement: Confinement): WorkerPort {
  const script = new URL(workerUrl, document.baseURI).href;
  if (confinement === "open") return new Worker(script, { type: "module" });
  const blob = URL.createObjectURL(
    new Blob([`import ${JSON.stringify(script)};`], { type: "text/javascript" }),
  );
  const worker = new Worker(blob, { type: "module" });
  // The URL must live until the worker has read it; its first message says that it has.
  worker.addEventListener("message", () => URL.revokeObjectURL(blob), { once: true });
  return worker;
}

export const browserParts: PoolParts = { compile, spawn };
