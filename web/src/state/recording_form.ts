// The form of a recorded run: read and checked, whatever the bytes are.
// Not for: drawing it, see recording.ts; writing it, see scripts/record-presets.mjs.
import type { Mode, OutputPiece, ProgramInfo, ProgramResult } from "../engine/messages";

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

/**
 * The form: magic, the header's length in bytes (both u32, little endian), the header as JSON padded with spaces to a
 * multiple of 8, then the batches. Throws with words where the bytes are something else.
 */
export function readRecording(bytes: ArrayBuffer): Recording {
  const view = new DataView(bytes);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== kMagic) throw new Error("this is no recording");
  const headerBytes = view.getUint32(4, true);
  if (8 + headerBytes > bytes.byteLength) throw new Error("this recording is cut off");
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
