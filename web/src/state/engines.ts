// The page's one pool of engines: runs and checks share the compiled module.
// Not for: taking workers from it, see run.ts and analysis.ts.
import { browserParts } from "../engine/browser_parts";
import { WorkerPool } from "../engine/worker_pool";

export const pool = new WorkerPool(browserParts);
