// What one program printed: each line with its time and its task, then how it ended and what that means.
// Not for: collecting lines, see state/console_log.ts; finding explanations, see explain/.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { explainResult } from "../explain/explain";
import { words } from "../i18n/language";
import type { ConsoleLine } from "../state/console_log";
import { drawing, movePlayhead } from "../state/drawing";
import type { ProgramRun } from "../state/program_run";
import { recorded } from "../state/run";
import { microseconds } from "../trace/microseconds";
import { ExplanationCard } from "./explanation_card";
import { programTitle } from "./program_title";

/** Lines shown at first, and more with each press: a long text is no reason for a slow page. */
const kLinesShown = 400;
/** Of a program that runs: all of them may be new with each frame. */
const kLinesLive = 60;

function sizeText(characters: number): string {
  return characters < 1024
    ? `${characters} B`
    : `${(characters / 1024).toFixed(characters < 10240 ? 1 : 0)} KB`;
}

function Line({ line }: { line: ConsoleLine }): JSX.Element {
  const seconds = (line.timeUs / 1e6).toFixed(3);
  const goToTime = (): void => {
    movePlayhead(microseconds(line.timeUs));
  };
  return (
    <li class={line.stream} data-testid="console-line" data-time-us={line.timeUs} data-task={line.task}>
      <button
        type="button"
        class="time"
        data-testid="console-time"
        tabIndex={-1}
        title={words.value.goToTime(seconds)}
        onClick={goToTime}
      >
        <time>{seconds}</time>
      </button>
      <span class="task" title={words.value.consoleTask(line.task)}>
        {line.task === 0 ? "" : line.task}
      </span>
      <span class="text">{line.text}</span>
    </li>
  );
}

function Ending({ program, index }: { program: ProgramRun; index: number }): JSX.Element | null {
  const say = words.value;
  const result = program.result.value;
  if (result === null) return null;
  const place = drawing.value?.store(index).totals.worstPlace(microseconds(program.elapsedUs.value)) ?? null;
  const explained = explainResult(result, place);
  return (
    <>
      {program.capped && <p class="console-note">{say.twinCapped}</p>}
      {explained.map((each) => (
        <ExplanationCard key={each.finding.key} explained={each} />
      ))}
    </>
  );
}

export function ConsoleView({ program, index }: { program: ProgramRun; index: number }): JSX.Element {
  const say = words.value;
  const { console: log, result, state } = program;
  const version = log.version.value;
  const limit = useSignal(kLinesShown);
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    // A recorded run is read from its beginning.
    if (element !== null && atEnd.current && !recorded.peek()) element.scrollTop = element.scrollHeight;
  }, [version, result.value]);

  const most = state.value === "running" && limit.value === kLinesShown ? kLinesLive : limit.value;
  const hiddenLines = Math.max(0, log.lines.length - most);
  const status = result.value?.exit_status;
  const quiet = log.lines.length === 0 && state.value !== "running" && state.value !== "waiting";
  return (
    <section class="console" data-testid="console" data-program={program.label} data-mode={program.mode}>
      <h2>
        <span>{programTitle(program, say)}</span>
        {typeof status === "number" && status !== 0 && (
          <span class="exit" data-testid="exit-status">
            {say.exitStatus(status)}
          </span>
        )}
      </h2>
      <div
        class="console-scroll"
        ref={scroller}
        role="log"
        aria-label={`${say.console}: ${programTitle(program, say)}`}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          atEnd.current = scrollHeight - scrollTop - clientHeight < 8;
        }}
      >
        {hiddenLines > 0 && (
          <button
            type="button"
            class="bare"
            data-testid="console-earlier"
            onClick={() => (limit.value += 5 * kLinesShown)}
          >
            {say.consoleEarlier(hiddenLines)}
          </button>
        )}
        {quiet && <p class="console-note">{say.consoleNothing}</p>}
        <ol>
          {log.lines.slice(hiddenLines).map((line, at) => (
            <Line key={hiddenLines + at} line={line} />
          ))}
        </ol>
        {log.hidden > 0 && <p class="console-note">{say.consoleCut(sizeText(log.hidden))}</p>}
        <Ending program={program} index={index} />
      </div>
    </section>
  );
}
