// What a request must say to be answered by the service worker, and the response made of it.
// Not for: waiting and caching, which the browser's tests see.
import { describe, expect, it } from "vitest";
import { readAnswer, responseOf } from "../../../web/src/service-worker/answer";

function header(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

const plain = { delay_us: 170_000, status: 200, reason: "OK", headers: [["content-type", "text/html"]] };
const nothing = new ArrayBuffer(0);

describe("a simulated answer", () => {
  it("carries delay, status, reason, headers and a text", async () => {
    const answer = readAnswer(header({ ...plain, body: "<p>안녕</p>" }));
    if (answer === null) throw new Error("the answer was refused");
    expect(answer.delayUs).toBe(170_000);
    const response = responseOf(answer, nothing);
    expect([response.status, response.statusText, response.headers.get("content-type")]).toEqual([
      200,
      "OK",
      "text/html",
    ]);
    expect(await response.text()).toBe("<p>안녕</p>");
  });

  it("may carry bytes, or have them in the request's body", async () => {
    const bytes = Buffer.from([0, 255, 128]);
    const packed = readAnswer(header({ ...plain, body_base64: bytes.toString("base64url") }));
    const echoed = readAnswer(header(plain));
    if (packed === null || echoed === null) throw new Error("the answer was refused");
    expect([...new Uint8Array(await responseOf(packed, nothing).arrayBuffer())]).toEqual([0, 255, 128]);
    expect([...new Uint8Array(await responseOf(echoed, new Uint8Array(bytes).buffer).arrayBuffer())]).toEqual(
      [0, 255, 128],
    );
  });

  it("has no body where its status allows none", async () => {
    const answer = readAnswer(header({ ...plain, status: 204, body: "x" }));
    if (answer === null) throw new Error("the answer was refused");
    expect(await responseOf(answer, nothing).text()).toBe("");
  });

  it.each([
    ["nothing", null],
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["no object", header([1])],
    ["a delay below 0", header({ ...plain, delay_us: -1 })],
    ["a delay that is no number", header({ ...plain, delay_us: "1" })],
    ["a delay of a day", header({ ...plain, delay_us: 86_400_000_000 })],
    ["a status that no response may have", header({ ...plain, status: 99 })],
    ["headers that are no pairs", header({ ...plain, headers: [["a"]] })],
  ])("is refused: %s", (_, packed) => {
    expect(readAnswer(packed)).toBeNull();
  });

  it("leaves out headers and reasons that no response can carry", () => {
    const answer = readAnswer(
      header({
        ...plain,
        reason: "좋음",
        headers: [
          ["bad name", "x"],
          ["x-good", "y"],
        ],
      }),
    );
    if (answer === null) throw new Error("the answer was refused");
    const response = responseOf(answer, nothing);
    expect([response.statusText, response.headers.get("x-good")]).toEqual(["", "y"]);
  });
});
