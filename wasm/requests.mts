// The requests of a run on the real clock: each a real fetch(), which the service worker or the internet answers.
// Not for when and what the simulated network answers: wasm/browser_host.cpp decides that.

/** What answers come back to: the run, in wasm. Headers are lines, a name and its value by turns. */
export interface RequestOutcomes {
  complete(id: number, status: number, reason: string, url: string, headers: string, body: Uint8Array): void;
  fail(id: number, reason: string): void;
}

/**
 * A longer answer travels as the request's body and is echoed: browsers have no limit for headers on the way to a service
 * worker, but their tools show them.
 */
const kLongestBodyInHeader = 4096;
const kAnswerHeader = "x-loopscope-answer";

function base64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
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

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The browser's side of BrowserHost, which calls these methods by their names. Owned by the run; close() ends all. */
export class RequestPort {
  readonly #fetchBase: string;
  readonly #underWay = new Map<number, AbortController>();
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
    const answer = { delay_us: delayUs, status, reason, headers: pairs(headers) };
    const inHeader = body.length <= kLongestBodyInHeader;
    const told = inHeader ? { ...answer, body_base64: base64url(body) } : answer;
    void this.#fetch(id, pathBelow(this.#fetchBase, url), {
      // Only a method that may have a body can carry the answer's.
      method: inHeader ? method : "POST",
      headers: { [kAnswerHeader]: base64url(new TextEncoder().encode(JSON.stringify(told))) },
      body: inHeader ? null : body.slice(),
      cache: "no-store",
    });
  }

  /** A request that leaves the browser. */
  startReal(id: number, method: string, url: string, headers: string, body: Uint8Array<ArrayBuffer>): void {
    const bodiless = body.length === 0 || method === "GET" || method === "HEAD";
    void this.#fetch(id, url, {
      method,
      headers: pairs(headers),
      body: bodiless ? null : body.slice(),
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
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

  async #fetch(id: number, url: string, init: RequestInit): Promise<void> {
    const controller = new AbortController();
    this.#underWay.set(id, controller);
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
