// A simulated answer: what a request under net/ says that it wants to hear, read and checked, and the response made of it.
// Not for: deciding answers, which the engine does; waiting, see service_worker.ts.

/** An hour, in microseconds: longer than any answer should keep a person waiting. */
const kMaxDelayUs = 3_600_000_000;
const kBodiesRemembered = 8;
const kHeader = "x-loopscope-answer";

/** The decoded header, JSON in base64url: everything that is needed travels in the request, so nothing is remembered. */
export interface Answer {
  delayUs: number;
  /** Since 1970, by the asker's performance.timeOrigin; null: the delay counts from here. */
  dueMs: number | null;
  status: number;
  reason: string;
  headers: [string, string][];
  body: AnswerBody;
}

/** Longer ones travel deflated (zlib, RFC 1950), or as the request's own body. */
export type AnswerBody =
  | { kind: "plain"; content: string | Uint8Array<ArrayBuffer> }
  | { kind: "deflated"; base64: string }
  | { kind: "echo" };

/** Null where the request carries no answer that can be read. */
export function readAnswer(packed: string | null): Answer | null {
  if (packed === null) return null;
  try {
    return answerOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(packed))));
  } catch {
    return null;
  }
}

export function answerHeader(request: Request): string | null {
  return request.headers.get(kHeader);
}

/** What the engine decided to answer. Whole before the wait, so that the wait is the whole delay. */
export async function contentOf(body: AnswerBody, request: Request): Promise<BodyInit> {
  switch (body.kind) {
    case "plain":
      return body.content;
    case "deflated":
      return inflated(body.base64);
    case "echo":
      return request.arrayBuffer();
  }
}

/** Only saves work: sites are asked for the same page again and again. */
const lastInflated = new Map<string, Promise<ArrayBuffer>>();

function inflated(base64: string): Promise<ArrayBuffer> {
  const known = lastInflated.get(base64);
  if (known !== undefined) return known;
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  // What goes wrong is said by the reading side.
  writer.write(bytesOf(base64)).catch(() => {});
  writer.close().catch(() => {});
  const bytes = new Response(readable).arrayBuffer();
  lastInflated.set(base64, bytes);
  const [oldest] = lastInflated.keys();
  if (lastInflated.size > kBodiesRemembered && oldest !== undefined) lastInflated.delete(oldest);
  return bytes;
}

/** Milliseconds of performance.now() before which `answer` must not be given; `begun`: when it was asked for. */
export function deadlineOf(answer: Answer, begun: number): number {
  const afterDelay = begun + answer.delayUs / 1000;
  // Clocks of two workers agree but for a correction of the system's clock: no wait is longer than the delay.
  return answer.dueMs === null ? afterDelay : Math.min(afterDelay, answer.dueMs - performance.timeOrigin);
}

export function responseOf(answer: Answer, content: BodyInit): Response {
  const headers = new Headers();
  for (const [name, value] of answer.headers) {
    try {
      headers.append(name, value);
    } catch {
      // A header that no response may carry is one that no reader could have seen.
    }
  }
  const bodiless = answer.status === 204 || answer.status === 205 || answer.status === 304;
  return new Response(bodiless ? null : content, {
    status: answer.status,
    statusText: /^[\x20-\x7e]*$/.test(answer.reason) ? answer.reason : "",
    headers,
  });
}

function answerOf(value: unknown): Answer | null {
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Record<string, unknown>;
  const { delay_us: delayUs, due_ms: dueMs, status, reason, headers } = fields;
  if (typeof delayUs !== "number" || !(delayUs >= 0 && delayUs <= kMaxDelayUs)) return null;
  if (dueMs !== undefined && !(typeof dueMs === "number" && Number.isFinite(dueMs))) return null;
  if (typeof status !== "number" || !Number.isInteger(status) || status < 200 || status > 599) return null;
  if (headers !== undefined && !(Array.isArray(headers) && headers.every(isHeader))) return null;
  return {
    delayUs,
    dueMs: dueMs ?? null,
    status,
    reason: typeof reason === "string" ? reason : "",
    headers: headers ?? [],
    body: bodyOf(fields),
  };
}

function bodyOf({
  body,
  body_base64: packed,
  body_deflate_base64: deflated,
}: Record<string, unknown>): AnswerBody {
  if (typeof body === "string") return { kind: "plain", content: body };
  if (typeof packed === "string") return { kind: "plain", content: bytesOf(packed) };
  if (typeof deflated === "string") return { kind: "deflated", base64: deflated };
  return { kind: "echo" };
}

function isHeader(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
