// Recorded runs of the examples, made when the page was built: loaded and drawn without an engine.
// Not for: their form, see recording_form.ts; making them, see scripts/record-presets.mjs.
import type { Locale } from "../i18n/locale";
import { microseconds } from "../trace/microseconds";
import { knowSections } from "./analysis";
import { drawing, drawingSettled, movePlayhead } from "./drawing";
import { ProgramRun } from "./program_run";
import { type Recording, readRecording } from "./recording_form";
import { clearRun, isRunning, programs, ranText, recorded } from "./run";
import { origin, text } from "./scenario";
import { drawBatch } from "./scenario_run";

const urls = import.meta.glob<string>("../../../build/recordings/*.lsr", {
  query: "?url",
  import: "default",
  eager: true,
});

function urlOf(name: string, locale: Locale): string | undefined {
  return urls[`../../../build/recordings/${name}.${locale}.lsr`];
}

/** Draws the recorded run of an example, if it is still what the page shows when it arrives. */
export async function showRecording(name: string, locale: Locale): Promise<void> {
  const url = urlOf(name, locale);
  const response = url === undefined ? null : await fetch(new URL(url, document.baseURI));
  if (response === null || !response.ok) return clearRun();
  const recording = readRecording(await response.arrayBuffer());
  await drawingSettled();
  const shown = origin.value;
  if (shown.kind !== "preset" || shown.name !== name || text.value !== recording.source || isRunning.value)
    return;
  draw(recording);
}

function draw(recording: Recording): void {
  const timeline = drawing.value;
  timeline?.clear();
  timeline?.setPrograms(recording.programs.map(({ label, mode }) => ({ label, mode })));
  programs.value = recording.programs.map((recordedProgram, index) => {
    const program = new ProgramRun(recordedProgram, "virtual");
    program.print(recordedProgram.output);
    program.finish(recordedProgram.result);
    for (const batch of recordedProgram.batches) drawBatch(index, batch);
    const state = program.state.value === "finished" ? "finished" : "failed";
    timeline?.setState(index, state, microseconds(program.elapsedUs.value));
    return program;
  });
  timeline?.fit();
  movePlayhead("live");
  recorded.value = true;
  ranText.value = recording.source;
  knowSections(recording.source, recording.sections);
}
