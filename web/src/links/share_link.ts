// Share links: "#1" + base64url(deflate(JSON)), both ways, with their limits. Every version ever written stays readable.
// Not for: when a link is read or written, see state/scenario.ts.
import type { Clock, Network } from "../state/settings";
import { isCpu, isSeed } from "../state/settings";
import { decodeBase64Url, encodeBase64Url } from "./base64url";
import { deflate, inflate } from "./deflate";

export const kLinkVersion = 1;
/** Bytes of UTF-8. */
export const kMaxCodeBytes = 64 * 1024;
export const kMaxInflatedBytes = 256 * 1024;
// Deflate's worst case adds a few bytes per block; base64 adds a third. What is longer cannot be one of ours.
const kMaxLinkCharacters = Math.ceil((kMaxInflatedBytes * 4) / 3) + 1024;

export interface SharedScenario {
  code: string;
  clock: Clock;
  network: Network;
  seed: number;
  cpu: number;
}

export type LinkFault = { kind: "damaged" } | { kind: "newer"; version: number } | { kind: "too-large" };

export type LinkResult = { ok: true; scenario: SharedScenario } | { ok: false; fault: LinkFault };

/** Whether the fragment of an address claims to be a link at all ("#code" and such do not). */
export function looksLikeLink(fragment: string): boolean {
  return /^#\d/.test(fragment);
}

/** The fragment, with "#"; null where the code is longer than a link may hold. */
export async function encodeLink(scenario: SharedScenario): Promise<string | null> {
  if (new TextEncoder().encode(scenario.code).length > kMaxCodeBytes) return null;
  const payload: Record<string, string | number> = { code: scenario.code };
  if (scenario.clock !== "real") payload.clock = scenario.clock;
  if (scenario.network !== "simulated") payload.network = scenario.network;
  if (scenario.seed !== 1) payload.seed = scenario.seed;
  if (scenario.cpu !== 0) payload.cpu = scenario.cpu;
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  if (bytes.length > kMaxInflatedBytes) return null;
  return `#${kLinkVersion}${encodeBase64Url(await deflate(bytes))}`;
}

/** Never throws: whatever stands in the address, it is a scenario or a fault with a reason. */
export async function decodeLink(fragment: string): Promise<LinkResult> {
  // The payload begins with deflate's header byte 0x78, so with "e": digits before it are the version.
  const match = /^#(\d{1,9})(.*)$/s.exec(fragment);
  if (match === null) return damaged();
  const version = Number(match[1]);
  if (version > kLinkVersion) return { ok: false, fault: { kind: "newer", version } };
  if (version !== 1) return damaged();
  return decodeVersion1(match[2] ?? "");
}

async function decodeVersion1(text: string): Promise<LinkResult> {
  if (text.length > kMaxLinkCharacters) return tooLarge();
  const packed = decodeBase64Url(text);
  if (packed === null) return damaged();
  const inflated = await inflate(packed, kMaxInflatedBytes);
  if (inflated === "too-large") return tooLarge();
  if (inflated === "damaged") return damaged();
  let payload: unknown;
  try {
    payload = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(inflated));
  } catch {
    return damaged();
  }
  return scenarioOf(payload);
}

function scenarioOf(payload: unknown): LinkResult {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return damaged();
  const fields = payload as Record<string, unknown>;
  const code = fields.code;
  if (typeof code !== "string") return damaged();
  if (new TextEncoder().encode(code).length > kMaxCodeBytes) return tooLarge();
  const clock = fields.clock ?? "real";
  const network = fields.network ?? "simulated";
  const seed = fields.seed ?? 1;
  const cpu = fields.cpu ?? 0;
  if (clock !== "real" && clock !== "virtual") return damaged();
  if (network !== "simulated" && network !== "internet") return damaged();
  if (!isSeed(seed) || !isCpu(cpu)) return damaged();
  return { ok: true, scenario: { code, clock, network, seed, cpu } };
}

function damaged(): LinkResult {
  return { ok: false, fault: { kind: "damaged" } };
}

function tooLarge(): LinkResult {
  return { ok: false, fault: { kind: "too-large" } };
}
