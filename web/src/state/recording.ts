// Recorded runs of the examples, made when the page was built: read, checked and drawn without an engine.
// Not for: making them, see scripts/record-presets.mjs, which writes the form that is read here.
import type { Mode, OutputPiece, ProgramInfo, ProgramResult } from "../engine/messages";
import type { Locale } from "../i18n/language";
import { microseconds } from "../trace/microseconds";
import { knowSections } from "./analysis";
import { drawing } from "./drawing";
import { ProgramRun } from "./program_run";
import { append, isRunning, programs, ranText, recorded } from "./run";
import { origin, text } from "./scenario";

interface RecordedProgram {
  label: string;
  mode: Mode;
  result: ProgramResult;
  output: OutputPiece[];
  /** Bytes of each batch, in order; they follow the header, each beginning at a multiple of 8. */
  batches: number[];
}

export interface Recording {
  source: string;
  sections: ProgramInfo[];
  programs: (Omit<RecordedProgram, "batches"> & { batches: ArrayBuffer[] })[];
}

const kMagic = 0x3152534c; // "LSR1"

const urls = import.meta.glob<string>("../../../build/recordings/*.lsr", {
  query: "?url",
  import: "default",
  eager: true,
});

function urlOf(name: string, locale: Locale): string | undefined {
  return urls[`../../../build/recordings/${name}.${locale}.lsr`];
}

/**
 * The form: magic, the header's length in bytes (both u32, little endian), the header as JSON padded with spaces to a
 * multiple of 8, then the batches. Throws with words where the bytes are something else.
 */
export function readRecording(bytes: ArrayBuffer): Recording {
  const view = new DataView(bytes);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== kMagic) throw new Error("this is no recording");
  const headerBytes = view.getUint32(4, true);
  const header: { source: string; sections: ProgramInfo[]; programs: RecordedProgram[] } = JSON.parse(
    new TextDecoder().decode(new Uint8Array(bytes, 8, headerBytes)),
  );
  let at = 8 + headerBytes;
  const take = (length: number): ArrayBuffer => {
    if (at + length > bytes.byteLength) throw new Error("this recording is cut off");
    const batch = bytes.slice(at, at + length);
    at += Math.ceil(length / 8) * 8;
    return batch;
  };
  return {
    source: header.source,
    sections: header.sections,
    programs: header.programs.map((program) => ({ ...program, batches: program.batches.map(take) })),
  };
}

/** Draws the recorded run of an example, if it is still what the page shows when it arrives. */
export async function showRecording(name: string, locale: Locale): Promise<void> {
  const url = urlOf(name, locale);
  if (url === undefined) return;
  const response = await fetch(new URL(url, document.baseURI));
  if (!response.ok) return;
  const recording = readRecording(await response.arrayBuffer());
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
    for (const batch of recordedProgram.batches) append(index, batch);
    const state = program.state.value === "finished" ? "finished" : "failed";
    timeline?.setState(index, state, microseconds(program.elapsedUs.value));
    return program;
  });
  timeline?.fit();
  recorded.value = true;
  ranText.value = recording.source;
  knowSections(recording.source, recording.sections);
}
