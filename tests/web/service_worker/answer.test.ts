// What a request must say to be answered by the service worker, and the response made of it.
// Not for: waiting and caching, which the browser's tests see.
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { contentOf, deadlineOf, readAnswer, responseOf } from "../../../web/src/service-worker/answer";

function header(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

const plain = { delay_us: 170_000, status: 200, reason: "OK", headers: [["content-type", "text/html"]] };

/** What is answered to a request that carries this, itself with the body `carried`. */
async function response(told: object, carried = ""): Promise<Response> {
  const answer = readAnswer(header(told));
  if (answer === null) throw new Error("the answer was refused");
  const request = new Request("http://localhost/net/", { method: "POST", body: carried });
  return responseOf(answer, await contentOf(answer.body, request));
}

describe("a simulated answer", () => {
  it("carries delay, status, reason, headers and a text", async () => {
    expect(readAnswer(header({ ...plain, body: "" }))?.delayUs).toBe(170_000);
    const answered = await response({ ...plain, body: "<p>안녕</p>" });
    expect([answered.status, answered.statusText, answered.headers.get("content-type")]).toEqual([
      200,
      "OK",
      "text/html",
    ]);
    expect(await answered.text()).toBe("<p>안녕</p>");
  });

  it("may carry bytes, deflated or not, or have them in the request's body", async () => {
    const bytes = Buffer.from([0, 255, 128]);
    const packed = await response({ ...plain, body_base64: bytes.toString("base64url") });
    expect([...new Uint8Array(await packed.arrayBuffer())]).toEqual([0, 255, 128]);
    const deflated = { ...plain, body_deflate_base64: deflateSync("ab".repeat(9)).toString("base64url") };
    expect(await (await response(deflated)).text()).toBe("ab".repeat(9));
    expect(await (await response(deflated)).text()).toBe("ab".repeat(9));
    expect(await (await response(plain, "carried")).text()).toBe("carried");
  });

  it("rejects bytes that do not inflate", async () => {
    const damaged = { ...plain, body_deflate_base64: Buffer.from("not deflated").toString("base64url") };
    await expect(response(damaged)).rejects.toThrow();
  });

  it("has no body where its status allows none", async () => {
    expect(await (await response({ ...plain, status: 204, body: "x" })).text()).toBe("");
  });

  it("is given at its date, and after its delay at the latest", () => {
    const begun = performance.now();
    const deadline = (dueMs: number): number => {
      const answer = readAnswer(header({ ...plain, due_ms: performance.timeOrigin + dueMs }));
      return answer === null ? Number.NaN : deadlineOf(answer, begun);
    };
    expect(deadline(begun + 150)).toBeCloseTo(begun + 150, 3);
    expect(deadline(begun + 3_600_000)).toBe(begun + 170);
  });

  it.each([
    ["nothing", null],
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["no object", header([1])],
    ["a delay below 0", header({ ...plain, delay_us: -1 })],
    ["a delay that is no number", header({ ...plain, delay_us: "1" })],
    ["a delay of a day", header({ ...plain, delay_us: 86_400_000_000 })],
    ["a date that is no number", header({ ...plain, due_ms: "1" })],
    ["a status that no response may have", header({ ...plain, status: 99 })],
    ["headers that are no pairs", header({ ...plain, headers: [["a"]] })],
  ])("is refused: %s", (_, packed) => {
    expect(readAnswer(packed)).toBeNull();
  });

  it("leaves out headers and reasons that no response can carry", async () => {
    const headers = [
      ["bad name", "x"],
      ["x-good", "y"],
    ];
    const answered = await response({ ...plain, reason: "좋음", headers });
    expect([answered.statusText, answered.headers.get("x-good")]).toEqual(["", "y"]);
  });
});
