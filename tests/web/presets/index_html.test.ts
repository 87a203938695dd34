// The page's own HTML: its content policy lets nothing out, and allows exactly the one script that stands in it.
// Not for: what the policy does, which the browser's tests see.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const html = readFileSync(new URL("../../../web/index.html", import.meta.url), "utf8");
const policy = /http-equiv="content-security-policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? "";

describe("the page's content policy", () => {
  it("lets requests go to the page's own host only", () => {
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("'unsafe-eval'");
  });

  it("names the hash of the script that sets the theme before the first paint", () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(script).digest("base64");
    expect(policy).toContain(`'sha256-${hash}'`);
  });
});
