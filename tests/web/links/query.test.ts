// What the address's query may ask for, and that hostile values are named instead of used.
// Not for: share links, see share_link.test.ts.
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../../web/src/links/query";

const presets = ["noodles", "three_sites"];

function faultNames(search: string): string[] {
  return parseQuery(search, presets).faults.map((fault) => fault.name);
}

describe("the address's query", () => {
  it("may choose clock, seed, cost, language and example", () => {
    expect(parseQuery("?clock=virtual&seed=7&cpu=200&lang=ko&preset=noodles", presets)).toEqual({
      query: { clock: "virtual", seed: 7, cpu: 200, lang: "ko", preset: "noodles" },
      faults: [],
    });
  });

  it("asks for nothing when it is empty or speaks of other things", () => {
    expect(parseQuery("", presets)).toEqual({ query: {}, faults: [] });
    expect(parseQuery("?utm_source=x", presets)).toEqual({ query: {}, faults: [] });
  });

  it.each([
    ["?clock=sundial", "clock"],
    ["?clock=", "clock"],
    ["?seed=-1", "seed"],
    ["?seed=1e3", "seed"],
    ["?seed=0x10", "seed"],
    ["?seed=4294967296", "seed"],
    ["?seed=99999999999999999999", "seed"],
    ["?seed=NaN", "seed"],
    ["?cpu=1000001", "cpu"],
    ["?cpu=%00", "cpu"],
    ["?lang=fr", "lang"],
    ["?preset=__proto__", "preset"],
    ["?preset=../../secret", "preset"],
    ["?preset=%3Cscript%3E", "preset"],
  ])("refuses %s by name", (search, name) => {
    expect(faultNames(search)).toEqual([name]);
    expect(parseQuery(search, presets).query).toEqual({});
  });

  it("cannot switch the internet on", () => {
    expect(parseQuery("?network=internet", presets)).toEqual({ query: {}, faults: [] });
  });
});
