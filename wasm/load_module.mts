// Brings the engine's wasm to life, from wherever the caller has it.
// Not for what it then does (engine.mts).
import createEngineModule, { type MainModule } from "./loopscope_engine.mjs";
import type { EngineOptions } from "./types.mjs";

/** What the glue has to say is thrown as well: the console stays the caller's. */
function printErr(): void {}

/** Rejects with words where the wasm cannot be read, compiled or started. */
export async function loadModule({ wasm }: EngineOptions): Promise<MainModule> {
  if (wasm instanceof WebAssembly.Module) return startModule(wasm);
  if (wasm instanceof ArrayBuffer || wasm instanceof Uint8Array)
    return startModule(await WebAssembly.compile(wasm));
  if (wasm === undefined) return createEngineModule({ printErr });
  if (typeof wasm === "string" || wasm instanceof URL) {
    const address = String(wasm);
    try {
      return await createEngineModule({ printErr, locateFile: () => address });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`cannot load the engine from ${address}: ${reason}`, { cause: error });
    }
  }
  throw new TypeError("wasm must be a URL, bytes or a WebAssembly.Module");
}

/** The glue has no way to hear that a start failed: the two promises race. */
function startModule(compiled: WebAssembly.Module): Promise<MainModule> {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object => {
      WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled), reject);
      return {};
    };
    createEngineModule({ printErr, instantiateWasm }).then(resolve, reject);
  });
}
