// Who is how many times faster, and when nothing is said.
// Not for: measuring.
import { describe, expect, it } from "vitest";
import { factorText, type Racer, secondsText, verdictOf } from "../../../web/src/state/race_verdict";

function racers(...seconds: number[]): Racer[] {
  return seconds.map((second) => ({ elapsedUs: second * 1e6, counts: true, waited: true }));
}

describe("the verdict", () => {
  it("compares each program with the slowest", () => {
    expect(verdictOf(0, racers(12.003, 5.002))).toEqual({ kind: "none" });
    expect(verdictOf(1, racers(12.003, 5.002))).toEqual({ kind: "faster", factor: "2.40" });
    expect(verdictOf(1, racers(12, 12.01, 5))).toEqual({ kind: "none" });
  });

  it("says once that nobody is faster when all take as long", () => {
    expect(verdictOf(0, racers(3, 3.01))).toEqual({ kind: "none" });
    expect(verdictOf(1, racers(3, 3.01))).toEqual({ kind: "same" });
  });

  it("says nothing of one alone, of no time at all, or where one did not end well", () => {
    expect(verdictOf(0, racers(3))).toEqual({ kind: "none" });
    expect(verdictOf(1, racers(3, 0))).toEqual({ kind: "none" });
    const failed: Racer = { elapsedUs: 5e6, counts: false, waited: true };
    expect(verdictOf(1, [...racers(12), failed])).toEqual({ kind: "none" });
  });

  it("does not call a program faster that waited for nothing while another waited", () => {
    const forgotten: Racer = { elapsedUs: 6, counts: true, waited: false };
    expect(verdictOf(0, [forgotten, ...racers(2)])).toEqual({ kind: "none" });
    const computing = racers(6, 2).map((racer) => ({ ...racer, waited: false }));
    expect(verdictOf(1, computing)).toEqual({ kind: "faster", factor: "3.00" });
  });

  it("writes three digits, as far as they mean something", () => {
    expect([1.5, 2.399, 9.996, 15.27, 99.96, 1204.4].map(factorText)).toEqual([
      "1.50",
      "2.40",
      "10.0",
      "15.3",
      "100",
      "1,204",
    ]);
    expect(secondsText(12_003_000)).toBe("12.003");
  });
});
