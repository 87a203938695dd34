// The timeline in Chromium: nanoseconds to read a record, milliseconds of a zoom frame, each beside a bare loop of the
// same run, and how both grow with records and lanes. Not for figures that stand alone: compare within one run.

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { build } from "vite";

const { values } = parseArgs({ options: { short: { type: "boolean", default: false } } });
const frames = values.short ? 5 : 60;
/** Lanes and rounds of some five records each. */
const readings = values.short
  ? [[10, 20]]
  : [
      [20, 10],
      [200, 10],
      [1_000, 20],
      [1_000, 200],
      [10_000, 20],
    ];
const drawings = values.short
  ? [[100, 2]]
  : [
      [100, 20],
      [1_000, 20],
      [10_000, 20],
      [10, 20_000],
    ];
const kFrameAllowed = 16;

const output = await build({
  configFile: false,
  logLevel: "error",
  build: {
    write: false,
    minify: false,
    target: "es2022",
    lib: {
      entry: fileURLToPath(new URL("timeline_page.ts", import.meta.url)),
      formats: ["iife"],
      name: "bench",
      fileName: "bench",
    },
  },
});
const files = [output].flat().flatMap((bundle) => bundle.output);
const script = files.find(({ type }) => type === "chunk").code;
const sheet = files.find(({ fileName }) => fileName.endsWith(".css"))?.source ?? "";

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 }, reducedMotion: "reduce" });
  await page.addStyleTag({ content: String(sheet) });
  await page.addScriptTag({ content: script });
  const count = (number) => number.toLocaleString("en-US");

  console.log("reading the trace, ns a record     ours    bare copy   ratio");
  for (const [lanes, rounds] of readings) {
    const { records, ours, bare } = await page.evaluate(
      (size) => window.bench.readingCost(...size),
      [lanes, rounds],
    );
    const what = `${count(records)} records, ${count(lanes)} lanes`;
    console.log(
      what.padEnd(34),
      ours.toFixed(0).padStart(4),
      bare.toFixed(0).padStart(12),
      (ours / bare).toFixed(1).padStart(7),
    );
  }

  console.log(
    `\na zoom frame, ms of script        median      95 %    bare canvas   (${kFrameAllowed} ms allowed)`,
  );
  let late = 0;
  for (const [lanes, rounds] of drawings) {
    const cost = await page.evaluate((size) => window.bench.drawingCost(...size), [lanes, rounds, frames]);
    if (cost.median > kFrameAllowed) late++;
    const what = `${count(cost.records)} records, ${count(lanes)} lanes`;
    const figures = [cost.median, cost.worst, cost.bare].map((ms) => ms.toFixed(1).padStart(9)).join(" ");
    console.log(what.padEnd(31), figures);
  }
  console.log(`timeline bench: ${readings.length + drawings.length} rows, ${late} above what is allowed`);
  if (late > 0) process.exitCode = 1;
} finally {
  await browser.close();
}
