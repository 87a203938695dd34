// Which programs a press of Run starts, and when the blocking twin is one of them.
// Not for: running them.
import { describe, expect, it } from "vitest";
import type { ProgramInfo } from "../../../web/src/engine/messages";
import { planPrograms } from "../../../web/src/state/plan";

function info(label: string, usesAsyncio: boolean): ProgramInfo {
  return { label, firstLine: 1, lastLine: 2, usesAsyncio };
}

describe("the plan of a run", () => {
  it("starts every program of the scenario as written", () => {
    expect(planPrograms([info("a", true), info("b", false)], undefined, "simulated")).toEqual([
      { label: "a", mode: "as-written" },
      { label: "b", mode: "as-written" },
    ]);
  });

  it("compares a program that stands alone and uses asyncio with its blocking twin", () => {
    expect(planPrograms([info("a", true)], undefined, "simulated")).toEqual([
      { label: "a", mode: "as-written" },
      { label: "a", mode: "blocking" },
    ]);
  });

  it("has no twin for a program that cannot be compiled", () => {
    expect(planPrograms([info("a", true)], undefined, "simulated", true)).toEqual([
      { label: "a", mode: "as-written" },
    ]);
  });

  it("has no twin for a program without asyncio, with the internet, or when a mode was asked for", () => {
    expect(planPrograms([info("a", false)], undefined, "simulated")).toHaveLength(1);
    expect(planPrograms([info("a", true)], undefined, "internet")).toHaveLength(1);
    expect(planPrograms([info("a", true)], "as-written", "simulated")).toEqual([
      { label: "a", mode: "as-written" },
    ]);
    expect(planPrograms([info("a", true)], "blocking", "simulated")).toEqual([
      { label: "a", mode: "blocking" },
    ]);
  });
});
