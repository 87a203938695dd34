// The worker that holds one engine: it runs one program, or checks texts while the person types.
// Not for: deciding what runs where, see engine/worker_pool.ts; the engine itself, see wasm/loopscope.ts.
import { createEngine, type Engine } from "loopscope-engine";
import type { FromWorker, OutputPiece, ProgramOrder, ToWorker } from "../engine/messages";

declare const self: DedicatedWorkerGlobalScope;

let engine: Engine | null = null;
let pieces: OutputPiece[] = [];
let flushAsked = false;

/**
 * Batches that the page has not read yet. A program that never rests writes faster than a page draws: without a limit
 * Stop and every frame would wait behind what has been posted already.
 */
const kMostUnread = 4;
let unread = 0;
let room: { made: Promise<void>; make: () => void } | null = null;

function postTrace(batch: ArrayBuffer): Promise<void> | undefined {
  post({ kind: "trace", batch }, [batch]);
  unread += 1;
  if (unread < kMostUnread) return undefined;
  if (room === null) {
    let make = (): void => undefined;
    const made = new Promise<void>((resolve) => {
      make = resolve;
    });
    room = { made, make };
  }
  return room.made;
}

function makeRoom(): void {
  room?.make();
  room = null;
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

// What is printed within one slice of the engine travels together: a program may print 100,000 times.
function flushOutput(): void {
  flushAsked = false;
  if (pieces.length === 0) return;
  post({ kind: "output", pieces });
  pieces = [];
}

function collectOutput(stream: "stdout" | "stderr", text: string, timeUs: number, task: number): void {
  pieces.push({ stream, text, timeUs, task });
  if (flushAsked) return;
  flushAsked = true;
  setTimeout(flushOutput, 0);
}

async function run(order: ProgramOrder): Promise<void> {
  if (engine === null) throw new Error("the engine is not there yet");
  const result = await engine.run(order.source, {
    program: order.program,
    mode: order.mode,
    clock: order.clock,
    network: order.network,
    seed: order.seed,
    cpu: order.cpu,
    ...(order.timeLimitUs === null ? {} : { timeLimitUs: order.timeLimitUs }),
    ...(order.fetchBase === null ? {} : { fetchBase: order.fetchBase }),
    onOutput: collectOutput,
    onTrace: postTrace,
  });
  flushOutput();
  const program = result.programs[0];
  if (program === undefined) throw new Error(`the engine knows no program “${order.program}”`);
  post({ kind: "done", result: program, memoryBytes: engine.memoryBytes() });
}

const kImports = "import asyncio, time, random, json, requests, aiohttp\n";

async function answer(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case "module":
      engine = await createEngine({ wasm: message.module });
      // The library is compiled once in an engine: here, not in what the person's run measures.
      await engine.run(kImports);
      post({ kind: "ready" });
      return;
    case "run":
      return run(message.order);
    case "stop":
      engine?.stop();
      makeRoom();
      return;
    case "taken":
      unread -= 1;
      makeRoom();
      return;
    case "check":
      if (engine === null) throw new Error("the engine is not there yet");
      post({
        kind: "checked",
        id: message.id,
        diagnostics: engine.check(message.source),
        programs: engine.programs(message.source),
      });
  }
}

self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  answer(event.data).catch((reason: unknown) => {
    flushOutput();
    post({ kind: "failed", message: reason instanceof Error ? reason.message : String(reason) });
  });
});
