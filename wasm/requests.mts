// The requests of a run on the real clock: each a real fetch(), which the service worker or the internet answers.
// Not for when and what the simulated network answers: wasm/browser_host.cpp decides that.

/** What answers come back to: the run, in wasm. Headers are lines, a name and its value by turns. */
export interface RequestOutcomes {
  complete(id: number, status: number, reason: string, url: string, headers: string, body: Uint8Array): void;
  fail(id: number, reason: string): void;
}

/**
 * A longer answer travels deflated, and one that is longer even then as the request's body, which is echoed: a request with
 * a body costs several milliseconds, and browsers' tools show headers.
 */
const kLongestBodyInHeader = 4096;
/** So long may a script that does not rest keep its requests waiting to be sent. */
const kLongestUnsentMs = 50;
const kBodiesRemembered = 8;
const kAnswerHeader = "x-loopscope-answer";

function base64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new CompressionStream("deflate");
  const writer = writable.getWriter();
  // What goes wrong is said by the reading side.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return new Uint8Array(await new Response(readable).arrayBuffer());
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Bodies in their short form. Sites are asked for the same page again and again: the last ones are remembered. */
class Deflater {
  readonly #last: { body: Uint8Array; short: Promise<Uint8Array> }[] = [];

  deflated(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const known = this.#last.find((one) => equal(one.body, body));
    if (known !== undefined) return known.short;
    const short = deflated(body);
    this.#last.unshift({ body, short });
    this.#last.length = Math.min(this.#last.length, kBodiesRemembered);
    return short;
  }
}

function pairs(lines: string): [string, string][] {
  const parts = lines.split("\n");
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) found.push([parts[i] ?? "", parts[i + 1] ?? ""]);
  return found;
}

/** "https://naver.com/a?b" as a path below the base: "https/naver.com/a?b". */
function pathBelow(base: string, url: string): string {
  return base + url.replace(/^(\w+):\/\//, "$1/").replace(/#.*$/, "");
}

function withAnswer(method: string, answer: object): RequestInit {
  const packed = base64url(new TextEncoder().encode(JSON.stringify(answer)));
  return { method, headers: { [kAnswerHeader]: packed }, cache: "no-store" };
}

/** The request that asks for `answer` with this body. */
async function requestFor(
  method: string,
  answer: object,
  body: Uint8Array<ArrayBuffer>,
  deflater: Deflater,
): Promise<RequestInit> {
  if (body.length <= kLongestBodyInHeader)
    return withAnswer(method, { ...answer, body_base64: base64url(body) });
  const packed = await deflater.deflated(body);
  if (packed.length <= kLongestBodyInHeader)
    return withAnswer(method, { ...answer, body_deflate_base64: base64url(packed) });
  // Only a method that may have a body can carry the answer's.
  return { ...withAnswer("POST", answer), body };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The browser's side of BrowserHost, which calls these methods by their names. Owned by the run; close() ends all. */
export class RequestPort {
  readonly #fetchBase: string;
  readonly #underWay = new Map<number, AbortController>();
  readonly #unsent: (() => void)[] = [];
  readonly #deflater = new Deflater();
  #unsentSinceMs: number | null = null;
  #outcomes: RequestOutcomes | null = null;
  #onOutcome: () => void = () => {};

  constructor(fetchBase: string) {
    this.#fetchBase = fetchBase;
  }

  /** Once, before the first request. `onOutcome` is called after each outcome: time to pump. */
  connect(outcomes: RequestOutcomes, onOutcome: () => void): void {
    this.#outcomes = outcomes;
    this.#onOutcome = onOutcome;
  }

  /** The service worker is told in the request what to answer, and when. `body` is only valid during the call. */
  startSimulated(
    id: number,
    method: string,
    url: string,
    delayUs: number,
    status: number,
    reason: string,
    headers: string,
    body: Uint8Array<ArrayBuffer>,
  ): void {
    const answer = {
      delay_us: delayUs,
      // The way to the service worker is part of the delay.
      due_ms: performance.timeOrigin + performance.now() + delayUs / 1000,
      status,
      reason,
      headers: pairs(headers),
    };
    const target = pathBelow(this.#fetchBase, url);
    const content = body.slice();
    const controller = this.#begin(id);
    this.#unsent.push(() => {
      if (!controller.signal.aborted)
        void this.#fetchSimulated(id, target, method, answer, content, controller);
    });
    this.#unsentSinceMs ??= performance.now();
  }

  /**
   * Sends what was started. A simulated request that travels a little later is not answered later, and sending costs: while
   * the script goes on (`resting` is false), it comes first.
   */
  send(resting: boolean): void {
    if (this.#unsentSinceMs === null) return;
    if (!resting && performance.now() - this.#unsentSinceMs < kLongestUnsentMs) return;
    this.#unsentSinceMs = null;
    for (const sendOne of this.#unsent.splice(0)) sendOne();
  }

  /** A request that leaves the browser. */
  startReal(id: number, method: string, url: string, headers: string, body: Uint8Array<ArrayBuffer>): void {
    const bodiless = body.length === 0 || method === "GET" || method === "HEAD";
    const init: RequestInit = {
      method,
      headers: pairs(headers),
      body: bodiless ? null : body.slice(),
      credentials: "omit",
      referrerPolicy: "no-referrer",
    };
    void this.#fetch(id, url, init, this.#begin(id));
  }

  abort(id: number): void {
    this.#underWay.get(id)?.abort();
    this.#underWay.delete(id);
  }

  fillEntropy(bytes: Uint8Array<ArrayBuffer>): void {
    // A view of the wasm memory itself, which may not be filled in more than 64 KB at once.
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  }

  close(): void {
    for (const controller of this.#underWay.values()) controller.abort();
    this.#underWay.clear();
    this.#outcomes = null;
  }

  #begin(id: number): AbortController {
    const controller = new AbortController();
    this.#underWay.set(id, controller);
    return controller;
  }

  async #fetchSimulated(
    id: number,
    target: string,
    method: string,
    answer: object,
    body: Uint8Array<ArrayBuffer>,
    controller: AbortController,
  ): Promise<void> {
    await this.#fetch(id, target, await requestFor(method, answer, body, this.#deflater), controller);
  }

  async #fetch(id: number, url: string, init: RequestInit, controller: AbortController): Promise<void> {
    try {
      const response = await fetch(url, { ...init, signal: controller.signal });
      const body = new Uint8Array(await response.arrayBuffer());
      if (!this.#underWay.delete(id)) return;
      const lines = [...response.headers].map(([name, value]) => `${name}\n${value}\n`).join("");
      this.#outcomes?.complete(id, response.status, response.statusText, response.url, lines, body);
    } catch (error) {
      if (!this.#underWay.delete(id)) return;
      this.#outcomes?.fail(id, wordsOf(error));
    }
    this.#onOutcome();
  }
}
