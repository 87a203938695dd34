// A simulated answer: what a request under net/ says that it wants to hear, read and checked, and the response made of it.
// Not for: deciding answers, which the engine does; waiting, see service_worker.ts.

/** An hour, in microseconds: longer than any answer should keep a person waiting. */
const kMaxDelayUs = 3_600_000_000;
const kHeader = "x-loopscope-answer";

/** The decoded header, JSON in base64url: everything that is needed travels in the request, so nothing is remembered. */
export interface Answer {
  delayUs: number;
  status: number;
  reason: string;
  headers: [string, string][];
  /** Null: the answer's body is the request's own, which is how long ones travel. */
  body: string | Uint8Array<ArrayBuffer> | null;
}

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

/** The response that the engine decided on. Its body is read in full before the wait, so that the wait is the whole delay. */
export function responseOf(answer: Answer, echoed: ArrayBuffer): Response {
  const headers = new Headers();
  for (const [name, value] of answer.headers) {
    try {
      headers.append(name, value);
    } catch {
      // A header that no response may carry is one that no reader could have seen.
    }
  }
  const bodiless = answer.status === 204 || answer.status === 205 || answer.status === 304;
  return new Response(bodiless ? null : (answer.body ?? echoed), {
    status: answer.status,
    statusText: /^[\x20-\x7e]*$/.test(answer.reason) ? answer.reason : "",
    headers,
  });
}

function answerOf(value: unknown): Answer | null {
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Record<string, unknown>;
  const { delay_us: delayUs, status, reason, headers, body, body_base64: packed } = fields;
  if (typeof delayUs !== "number" || !(delayUs >= 0 && delayUs <= kMaxDelayUs)) return null;
  if (typeof status !== "number" || !Number.isInteger(status) || status < 200 || status > 599) return null;
  if (headers !== undefined && !(Array.isArray(headers) && headers.every(isHeader))) return null;
  return {
    delayUs,
    status,
    reason: typeof reason === "string" ? reason : "",
    headers: headers ?? [],
    body: typeof body === "string" ? body : typeof packed === "string" ? bytesOf(packed) : null,
  };
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
