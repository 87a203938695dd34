// What a share link holds and refuses: round trips, golden links of every version, damage, newer versions, limits.
// Not for: the address bar, which the browser's tests open.
import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  decodeLink,
  encodeLink,
  looksLikeLink,
  type SharedScenario,
} from "../../../web/src/links/share_link";

const plain: SharedScenario = {
  code: "print('hello')\n",
  clock: "real",
  network: "simulated",
  seed: 1,
  cpu: 0,
};

interface GoldenLink {
  name: string;
  link: string;
  scenario: SharedScenario;
}

const golden = JSON.parse(
  readFileSync(new URL("../golden/links.json", import.meta.url), "utf8"),
) as GoldenLink[];

function linkOf(payload: unknown, version = 1): string {
  return linkOfText(JSON.stringify(payload), version);
}

function linkOfText(text: string, version = 1): string {
  return `#${version}${deflateSync(Buffer.from(text)).toString("base64url")}`;
}

async function roundTrip(scenario: SharedScenario): Promise<SharedScenario | undefined> {
  const link = await encodeLink(scenario);
  if (link === null) return undefined;
  const result = await decodeLink(link);
  return result.ok ? result.scenario : undefined;
}

async function faultOf(link: string): Promise<string> {
  const result = await decodeLink(link);
  return result.ok ? "none" : result.fault.kind;
}

describe("a share link", () => {
  it("begins with its version and deflate's header", async () => {
    expect(await encodeLink(plain)).toMatch(/^#1eJ[A-Za-z0-9_-]+$/);
  });

  it.each([
    ["Hangul", "async def 가져오기():\n    print('짜장면')\n"],
    ["emoji and combined characters", "print('🥡👩‍🍳é')\n"],
    ["CRLF", "a = 1\r\nb = 2\r\n"],
    ["a lone carriage return and a tab", "a\r\tb"],
    ["a byte order mark", "\ufeffprint(1)"],
    ["an empty text", ""],
    ["a null character", "a\0b"],
  ])("keeps %s", async (_, code) => {
    expect(await roundTrip({ ...plain, code })).toEqual({ ...plain, code });
  });

  it("keeps every setting", async () => {
    const scenario: SharedScenario = {
      ...plain,
      clock: "virtual",
      network: "internet",
      seed: 4294967295,
      cpu: 250,
    };
    expect(await roundTrip(scenario)).toEqual(scenario);
  });

  it("holds 64 KB of code and not a byte more", async () => {
    const code = "x".repeat(64 * 1024);
    expect(await roundTrip({ ...plain, code })).toEqual({ ...plain, code });
    expect(await encodeLink({ ...plain, code: `${code}x` })).toBeNull();
    expect(await encodeLink({ ...plain, code: "가".repeat(64 * 1024) })).toBeNull();
  });
});

describe("golden links", () => {
  it.each(golden.map((each) => [each.name, each] as const))("opens: %s", async (_, each) => {
    expect(await decodeLink(each.link)).toEqual({ ok: true, scenario: each.scenario });
  });
});

describe("a link that cannot be read", () => {
  it("is damaged wherever one character was changed", async () => {
    const link = await encodeLink({ ...plain, code: "import asyncio\nprint('one')\n" });
    if (link === null) throw new Error("the link was not made");
    for (let at = 2; at < link.length; at += 1) {
      const other = link[at] === "A" ? "B" : "A";
      const changed = await decodeLink(`${link.slice(0, at)}${other}${link.slice(at + 1)}`);
      // The last character's unused bits mean nothing; everywhere else the checksum must notice.
      if (changed.ok) expect(changed.scenario.code).toBe("import asyncio\nprint('one')\n");
    }
  });

  it("is damaged wherever it was cut off", async () => {
    const link = await encodeLink(plain);
    if (link === null) throw new Error("the link was not made");
    for (let length = 1; length < link.length - 1; length += 1) {
      expect(await faultOf(link.slice(0, length))).toBe("damaged");
    }
  });

  it("is refused as newer, with its version", async () => {
    expect(await decodeLink(linkOf({ code: "" }, 2))).toEqual({
      ok: false,
      fault: { kind: "newer", version: 2 },
    });
    expect(await decodeLink("#17eJwDAAAAAAE")).toEqual({ ok: false, fault: { kind: "newer", version: 17 } });
  });

  it.each([
    ["no payload", "#1"],
    ["version 0", linkOf({ code: "" }, 0)],
    ["characters outside of base64url", "#1eJ+/=="],
    ["text that is no JSON", linkOfText("{code")],
    ["JSON that is no object", linkOf(["code"])],
    ["null", linkOf(null)],
    ["no code", linkOf({ clock: "real" })],
    ["code that is no text", linkOf({ code: 1 })],
    ["a clock that does not exist", linkOf({ code: "", clock: "sundial" })],
    ["a network that does not exist", linkOf({ code: "", network: "carrier pigeon" })],
    ["a seed below 0", linkOf({ code: "", seed: -1 })],
    ["a seed with a fraction", linkOf({ code: "", seed: 1.5 })],
    ["a cost of a century", linkOf({ code: "", cpu: 1e18 })],
    ["bytes that are no UTF-8", `#1${deflateSync(Buffer.from([0x7b, 0xff, 0xfe])).toString("base64url")}`],
  ])("is damaged: %s", async (_, link) => {
    expect(await faultOf(link)).toBe("damaged");
  });

  it("is too large when it inflates past 256 KB, however small it is itself", async () => {
    const bomb = linkOf({ code: "", padding: "0".repeat(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await faultOf(bomb)).toBe("too-large");
    expect(await faultOf(linkOf({ code: "x".repeat(64 * 1024 + 1) }))).toBe("too-large");
    expect(await faultOf(`#1${"A".repeat(1_000_000)}`)).toBe("too-large");
  });

  it("is not mistaken for a link when it is a place on the page", () => {
    expect(looksLikeLink("#code")).toBe(false);
    expect(looksLikeLink("")).toBe(false);
    expect(looksLikeLink("#1abc")).toBe(true);
  });
});
