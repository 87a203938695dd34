// What a program is compared by: stdout byte for byte, exit status, warnings, last line of stderr (in mistakes/ all of
// it that is about the program's own lines); and its .out file.
// Not for running programs (run_program.mjs).
//
// A .out file is the program's stdout as it is, followed by lines that begin with "=== ":
//     === no newline            only where stdout does not end with one
//     === warning TEXT          one for each warning on stderr, in order
//     === stderr LINE           the last line of stderr that is not empty; left out where there is none; in mistakes/
//                               every such line, but for the frames of the library and the texts of warnings
//     === exit STATUS

/** What a script that waits for ever ends with; each side says so in its own words. */
const waitsForEver = 97;

/**
 * @typedef {{ stdout: string, stderr: string, status: number }} Output
 * @typedef {{ stdout: string, warnings: string[], stderr: string[], status: number }} Expectation
 */

/** Addresses differ from run to run, the library's files from machine to machine. @param {string} text */
function mask(text) {
  return text
    .replaceAll(/\b0x[0-9a-f]{4,}\b/g, "0x...")
    .replaceAll(/ \(\/\S*\/lib\/python3\S*\)/g, " (unknown location)");
}

/** A warning's first line, its category and text. */
const warningLine = /^(?:.*?:\d+: )?(\w*Warning: .*)$/;

/**
 * Lines about the program itself: none of the library's frames, no warning with the line that it quotes, no hint; and
 * files by their names alone.
 * @param {string[]} lines
 */
function ownLines(lines) {
  const own = [];
  let skipped = "";
  for (const [i, line] of lines.entries()) {
    const bare = line.replaceAll("+", " ");
    const frame = /^([ |]*) {2}File "([^"]*)"/.exec(bare);
    if (frame === null && skipped !== "" && bare.startsWith(skipped)) continue;
    skipped =
      frame !== null && /\/lib\/python3|virtual_clock|^</.test(frame[2] ?? "") ? `${frame[1]}    ` : "";
    const isOfWarning =
      warningLine.test(line) || (warningLine.test(lines[i - 1] ?? "") && /^ {2}[^+]/.test(line));
    if (skipped !== "" || isOfWarning || line.startsWith("hint: ")) continue;
    own.push(line.replace(/File "[^"]*\//, 'File "'));
  }
  const isHeading = (/** @type {string} */ line) => /^[ |+]*Traceback \(most recent call last\):$/.test(line);
  return own.filter((line, i) => !isHeading(line) || /^[ |+]* {2}File "/.test(own[i + 1] ?? ""));
}

/** @param {Output} output @param {boolean} wholeStderr @returns {Expectation} */
export function observe({ stdout, stderr, status }, wholeStderr) {
  const lines = mask(stderr)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const warnings = lines.flatMap((line) => warningLine.exec(line)?.[1] ?? []);
  const compared = wholeStderr ? ownLines(lines) : lines.slice(-1);
  return { stdout: mask(stdout), warnings, stderr: status === waitsForEver ? [] : compared, status };
}

/** @param {Expectation} expectation */
export function formatExpectation({ stdout, warnings, stderr, status }) {
  const footer = [];
  if (stdout !== "" && !stdout.endsWith("\n")) footer.push("\n=== no newline\n");
  for (const warning of warnings) footer.push(`=== warning ${warning}\n`);
  for (const line of stderr) footer.push(`=== stderr ${line}\n`);
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
    stderr: [],
    status: -1,
  };
  for (const line of footer) {
    const [, kind, rest] = /^=== (no newline|warning|stderr|exit) ?(.*)$/.exec(line) ?? [];
    if (kind === "no newline") expectation.stdout = expectation.stdout.slice(0, -1);
    else if (kind === "warning") expectation.warnings.push(rest ?? "");
    else if (kind === "stderr") expectation.stderr.push(rest ?? "");
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
  if (expected.stdout !== actual.stdout)
    rows.push(...lineDifference("stdout", expected.stdout, actual.stdout));
  if (expected.status !== actual.status) rows.push(`- exit ${expected.status}`, `+ exit ${actual.status}`);
  if (expected.warnings.join("\n") !== actual.warnings.join("\n")) {
    rows.push(
      ...expected.warnings.map((line) => `- warning ${line}`),
      ...actual.warnings.map((line) => `+ warning ${line}`),
    );
  }
  const expectedLines = expected.stderr.join("\n");
  const actualLines = actual.stderr.join("\n");
  if (expectedLines !== actualLines) rows.push(...lineDifference("stderr", expectedLines, actualLines));
  return rows;
}

/**
 * Skips the lines that both begin and end with.
 * @param {string} stream @param {string} expected @param {string} actual
 */
function lineDifference(stream, expected, actual) {
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
  return [`@ ${stream}, line ${start + 1}`, ...show(left, "-"), ...show(right, "+")];
}
