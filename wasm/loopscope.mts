// The engine's public module: build/wasm/loopscope.mjs, for page, worker and Node.
// Not for anything but the names that others import.
import { WasmEngine } from "./engine.mjs";
import { loadModule } from "./load_module.mjs";
import type { Engine, EngineOptions } from "./types.mjs";

export type * from "./types.mjs";

/**
 * Each engine has a memory of its own and runs one program at a time.
 *
 *     const engine = await createEngine();
 *     const { programs } = await engine.run('print("hello")');
 *     programs[0].stdout;  // "hello\n"
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  return new WasmEngine(await loadModule(options));
}
