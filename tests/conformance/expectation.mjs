// What a program is compared by: stdout byte for byte, exit status, warnings, last line of stderr; and its .out file.
// Not for running programs (run_program.mjs).
//
// A .out file is the program's stdout as it is, followed by lines that begin with "=== ":
//     === no newline            only where stdout does not end with one
//     === warning TEXT          one for each warning on stderr, in order
//     === stderr LINE           the last line of stderr that is not empty; left out where there is none
//     === exit STATUS

/** What a script that waits for ever ends with; each side says so in its own words. */
const waitsForEver = 97;

/**
 * @typedef {{ stdout: string, stderr: string, status: number }} Output
 * @typedef {{ stdout: string, warnings: string[], lastLine: string, status: number }} Expectation
 */

/** Addresses differ from run to run. @param {string} text */
function mask(text) {
  return text.replaceAll(/\b0x[0-9a-f]{4,}\b/g, "0x...");
}

/** @param {Output} output @returns {Expectation} */
export function observe({ stdout, stderr, status }) {
  const lines = mask(stderr)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const warnings = lines.flatMap((line) => /^(?:.*?:\d+: )?(\w*Warning: .*)$/.exec(line)?.[1] ?? []);
  const lastLine = status === waitsForEver ? "" : (lines.at(-1) ?? "");
  return { stdout: mask(stdout), warnings, lastLine, status };
}

/** @param {Expectation} expectation */
export function formatExpectation({ stdout, warnings, lastLine, status }) {
  const footer = [];
  if (stdout !== "" && !stdout.endsWith("\n")) footer.push("\n=== no newline\n");
  for (const warning of warnings) footer.push(`=== warning ${warning}\n`);
  if (lastLine !== "") footer.push(`=== stderr ${lastLine}\n`);
  return `${stdout}${footer.join("")}=== exit ${status}\n`;
}

/** The inverse; throws where the text is no .out file. @param {string} text @returns {Expectation} */
export function parseExpectation(text) {
  const lines = text.split("\n");
  if (lines.pop() !== "") throw new Error("an .out file ends with a newline");
  const footer = [];
  while (lines.at(-1)?.startsWith("=== ")) footer.unshift(/** @type {string} */ (lines.pop()));
  /** @type {Expectation} */
  const expectation = {
    stdout: lines.map((line) => `${line}\n`).join(""),
    warnings: [],
    lastLine: "",
    status: -1,
  };
  for (const line of footer) {
    const [, kind, rest] = /^=== (no newline|warning|stderr|exit) ?(.*)$/.exec(line) ?? [];
    if (kind === "no newline") expectation.stdout = expectation.stdout.slice(0, -1);
    else if (kind === "warning") expectation.warnings.push(rest ?? "");
    else if (kind === "stderr") expectation.lastLine = rest ?? "";
    else if (kind === "exit") expectation.status = Number(rest);
    else throw new Error(`an .out file cannot hold the line ${JSON.stringify(line)}`);
  }
  if (!Number.isInteger(expectation.status) || expectation.status < 0)
    throw new Error("an .out file names the exit status");
  return expectation;
}

/**
 * The first places where they differ, with a little of what stands around; empty where they are equal.
 * @param {Expectation} expected @param {Expectation} actual
 */
export function difference(expected, actual) {
  const rows = [];
  if (expected.stdout !== actual.stdout) rows.push(...lineDifference(expected.stdout, actual.stdout));
  if (expected.status !== actual.status) rows.push(`- exit ${expected.status}`, `+ exit ${actual.status}`);
  if (expected.warnings.join("\n") !== actual.warnings.join("\n")) {
    rows.push(
      ...expected.warnings.map((line) => `- warning ${line}`),
      ...actual.warnings.map((line) => `+ warning ${line}`),
    );
  }
  if (expected.lastLine !== actual.lastLine)
    rows.push(`- stderr ${expected.lastLine}`, `+ stderr ${actual.lastLine}`);
  return rows;
}

/** Skips the lines that both begin and end with. @param {string} expected @param {string} actual */
function lineDifference(expected, actual) {
  const left = expected.split(/(?<=\n)/);
  const right = actual.split(/(?<=\n)/);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end))
    end++;
  const show = (/** @type {string[]} */ lines, /** @type {string} */ sign) => {
    const changed = lines
      .slice(start, lines.length - end)
      .map((line) => `${sign} ${JSON.stringify(line).slice(1, -1)}`);
    return changed.length > 12 ? [...changed.slice(0, 12), `${sign} (${changed.length - 12} more)`] : changed;
  };
  return [`@ stdout, line ${start + 1}`, ...show(left, "-"), ...show(right, "+")];
}
