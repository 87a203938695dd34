// The examples as files: each in both languages, with the same programs at the same lines, in words of its language.
// Not for: what they print, which the browser's tests and the conformance programs see.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { presets } from "../../../web/presets/presets";

const folder = new URL("../../../web/presets/", import.meta.url);

function textOf(name: string, language: string): string {
  return readFileSync(new URL(`${name}.${language}.py`, folder), "utf8");
}

function markers(text: string): number[] {
  return text.split("\n").flatMap((line, at) => (line.startsWith("# %%") ? [at + 1] : []));
}

describe("the examples", () => {
  it("are all listed, and nothing else is", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".py"));
    expect(files.sort()).toEqual(presets.flatMap(({ name }) => [`${name}.en.py`, `${name}.ko.py`]).sort());
  });

  it.each(presets.map((preset) => [preset.name, preset] as const))(
    "%s says the same in both languages",
    (name, preset) => {
      const korean = textOf(name, "ko");
      const english = textOf(name, "en");
      expect(markers(korean)).toEqual(markers(english));
      expect(markers(korean).length).toBeGreaterThanOrEqual(2);
      expect(korean).toMatch(/[가-힣]/);
      expect(english).not.toMatch(/[가-힣]/);
      expect(preset.title.ko).toMatch(/[가-힣]/);
      expect(preset.title.en).not.toMatch(/[가-힣]/);
      expect(korean.endsWith("\n") && english.endsWith("\n")).toBe(true);
    },
  );

  it("ask only for settings that exist", () => {
    for (const { clock, cpu } of presets) {
      expect([undefined, "real", "virtual"]).toContain(clock);
      expect(cpu === undefined || (Number.isInteger(cpu) && cpu >= 0 && cpu <= 1_000_000)).toBe(true);
    }
  });
});
