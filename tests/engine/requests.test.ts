// Requests on the real clock: through a server that stands for the service worker, by the engine itself, and abroad.
// Not for the simulated network's numbers (tests/core/host).
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inflateSync } from "node:zlib";
import { createEngine } from "loopscope-engine";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

const engine = await createEngine();
const kAnswerHeader = "x-loopscope-answer";

interface Heard {
  method: string;
  path: string;
  foretold: boolean;
}
let heard: Heard[] = [];
/** What the last request said of its answer's delay. */
let toldDelaySeconds = Number.NaN;
/** The next answers come as soon as they are asked for. */
let hasty = false;
beforeEach(() => {
  heard = [];
  hasty = false;
});

/** Answers as the service worker does, if the request says how; as a web site where it does not. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const header = request.headers[kAnswerHeader];
  heard.push({ method: request.method ?? "", path: request.url ?? "", foretold: header !== undefined });
  if (typeof header !== "string") {
    response.writeHead(200, { "content-type": "text/plain" }).end("a web site\n");
    return;
  }
  const told = JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
  toldDelaySeconds = told.delay_us / 1e6;
  const leftMs = told.due_ms - performance.timeOrigin - performance.now();
  const body = toldBody(told) ?? Buffer.concat(chunks);
  setTimeout(() => response.writeHead(told.status).end(body), hasty ? 0 : leftMs);
}

function toldBody(told: { body_base64?: string; body_deflate_base64?: string }): Buffer | null {
  if (told.body_base64 !== undefined) return Buffer.from(told.body_base64, "base64url");
  if (told.body_deflate_base64 !== undefined)
    return inflateSync(Buffer.from(told.body_deflate_base64, "base64url"));
  return null;
}

const server = createServer((request, response) => void answer(request, response));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const kGet = (url: string): string => `import requests
response = requests.get(${JSON.stringify(url)})
print(response.status_code, len(response.content))
`;

describe("the simulated network on the real clock", () => {
  test("asks the service worker, telling it what to answer", async () => {
    const { programs } = await engine.run(kGet("https://httpbin.org/bytes/100?x=1"), {
      clock: "real",
      fetchBase: `${origin}/page/net/`,
    });
    expect(programs[0]).toMatchObject({ stdout: "200 100\n", requests: 1, exit_status: 0 });
    expect(heard).toEqual([
      { method: "GET", path: "/page/net/https/httpbin.org/bytes/100?x=1", foretold: true },
    ]);
  });

  test("sends a long answer along deflated", async () => {
    const { programs } = await engine.run(kGet("https://naver.com/"), {
      clock: "real",
      fetchBase: `${origin}/net/`,
    });
    expect(programs[0]?.stdout).toBe("200 65213\n");
    expect(heard.map(({ method }) => method)).toEqual(["GET"]);
  });

  test("sends an answer that stays long as the request's body", async () => {
    const { programs } = await engine.run(kGet("https://httpbin.org/bytes/20000"), {
      clock: "real",
      fetchBase: `${origin}/net/`,
    });
    expect(programs[0]?.stdout).toBe("200 20000\n");
    expect(heard.map(({ method }) => method)).toEqual(["POST"]);
  });

  test("answers by itself where no service worker stands between", async () => {
    const { programs } = await engine.run(kGet("https://httpbin.org/status/404"), { clock: "real" });
    expect(programs[0]?.stdout).toBe("404 0\n");
    expect(heard).toEqual([]);
  });

  test("answers by itself where the service worker is gone", async () => {
    const { programs } = await engine.run(kGet("https://httpbin.org/bytes/10"), {
      clock: "real",
      fetchBase: "http://127.0.0.1:1/net/",
    });
    expect(programs[0]?.stdout).toBe("200 10\n");
  });

  test("takes as long as it does on the virtual clock, and what the machine adds", async () => {
    const [real, virtual] = await Promise.all([
      engine.run(kGet("https://naver.com/"), { clock: "real", fetchBase: `${origin}/net/` }),
      (await createEngine()).run(kGet("https://naver.com/"), { clock: "virtual" }),
    ]);
    const expected = virtual.programs[0]?.elapsed_s ?? Number.NaN;
    const measured = real.programs[0]?.elapsed_s ?? Number.NaN;
    expect(expected).toBeGreaterThan(0.1);
    expect(measured).toBeGreaterThanOrEqual(expected - 0.002);
    expect(toldDelaySeconds).toBeCloseTo(expected, 2);
  });

  test("takes no less where the answer comes early", async () => {
    hasty = true;
    const { programs } = await engine.run(kGet("https://httpbin.org/delay/0.3"), {
      clock: "real",
      fetchBase: `${origin}/net/`,
    });
    expect(heard).toHaveLength(1);
    expect(programs[0]?.elapsed_s).toBeGreaterThanOrEqual(0.3);
  });

  test("gives up its requests when the run is stopped", async () => {
    const run = engine.run(kGet("https://httpbin.org/delay/9"), {
      clock: "real",
      fetchBase: `${origin}/net/`,
    });
    setTimeout(() => engine.stop(), 50);
    expect((await run).programs[0]?.exit_status).toBeNull();
  });
});

describe("the internet", () => {
  test("is asked only in a run that says so", async () => {
    const { programs } = await engine.run(
      `import requests\nprint(requests.get("${origin}/abroad").text, end="")\n`,
      { network: "internet" },
    );
    expect(programs[0]?.stdout).toBe("a web site\n");
    expect(heard).toEqual([{ method: "GET", path: "/abroad", foretold: false }]);
  });

  test("gives an exception that says what to look at where nobody answers", async () => {
    const { programs } = await engine.run('import requests\nrequests.get("http://127.0.0.1:1/")\n', {
      network: "internet",
    });
    expect(programs[0]?.exit_status).toBe(1);
    expect(programs[0]?.stderr).toContain("requests.exceptions.ConnectionError");
  });
});
