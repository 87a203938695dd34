// Writes batches of the trace's wire format for tests, record by record, as core/trace/record.h defines it.
// Not for the page: only the engine writes batches there.

import {
  HEADER_BYTES,
  Kind,
  MAGIC,
  Outcome,
  RECORD_BYTES,
  VERSION,
  WaitKind,
} from "../../../web/src/trace/wire";

interface RecordFields {
  readonly detail?: number;
  readonly subject?: number;
  readonly object?: number;
  readonly line?: number;
  readonly value?: number;
  /** The high 32 bits of the value, where it is two numbers. */
  readonly high?: number;
}

/** Collects records and strings; `take()` gives the batch so far and begins the next one. Times are microseconds. */
export class BatchWriter {
  private buffer_ = new ArrayBuffer(RECORD_BYTES * 64);
  private view_ = new DataView(this.buffer_);
  private count_ = 0;
  private readonly ids_ = new Map<string, number>();
  private fresh_: Array<readonly [number, string]> = [];

  record(time: number, kind: number, fields: RecordFields = {}): this {
    const us = Math.round(time);
    const at = this.count_ * RECORD_BYTES;
    if (at + RECORD_BYTES > this.buffer_.byteLength) {
      const wide = new ArrayBuffer(this.buffer_.byteLength * 2);
      new Uint8Array(wide).set(new Uint8Array(this.buffer_));
      this.buffer_ = wide;
      this.view_ = new DataView(wide);
    }
    const view = this.view_;
    view.setUint32(at, us % 2 ** 32, true);
    view.setUint32(at + 4, Math.floor(us / 2 ** 32), true);
    view.setUint8(at + 8, kind);
    view.setUint16(at + 10, fields.detail ?? 0, true);
    view.setUint32(at + 12, fields.subject ?? 0, true);
    view.setUint32(at + 16, fields.object ?? 0, true);
    view.setUint32(at + 20, fields.line ?? 0, true);
    const value = Math.round(fields.value ?? 0);
    view.setUint32(at + 24, value % 2 ** 32, true);
    view.setUint32(at + 28, fields.high ?? Math.floor(value / 2 ** 32), true);
    this.count_++;
    return this;
  }

  /** The id of a text; it travels with the batch that names it first. */
  text(text: string): number {
    const known = this.ids_.get(text);
    if (known !== undefined) return known;
    const id = this.ids_.size + 1;
    this.ids_.set(text, id);
    this.fresh_.push([id, text]);
    return id;
  }

  take(): ArrayBuffer {
    const texts = this.fresh_.map(([id, text]) => ({ id, bytes: new TextEncoder().encode(text) }));
    const recordBytes = this.count_ * RECORD_BYTES;
    const stringBytes = texts.reduce((sum, { bytes }) => sum + 8 + Math.ceil(bytes.length / 4) * 4, 0);
    const batch = new ArrayBuffer(HEADER_BYTES + recordBytes + stringBytes);
    const view = new DataView(batch);
    [MAGIC, VERSION, this.count_, texts.length].forEach((word, i) => {
      view.setUint32(i * 4, word, true);
    });
    new Uint8Array(batch, HEADER_BYTES).set(new Uint8Array(this.buffer_, 0, recordBytes));
    let offset = HEADER_BYTES + recordBytes;
    for (const { id, bytes } of texts) {
      view.setUint32(offset, id, true);
      view.setUint32(offset + 4, bytes.length, true);
      new Uint8Array(batch, offset + 8).set(bytes);
      offset += 8 + Math.ceil(bytes.length / 4) * 4;
    }
    this.count_ = 0;
    this.fresh_ = [];
    return batch;
  }

  loopBegin(time: number): this {
    return this.record(time, Kind.LoopBegin);
  }

  loopEnd(time: number): this {
    return this.record(time, Kind.LoopEnd);
  }

  created(
    time: number,
    task: number,
    parent: number,
    line: number,
    coroutine: string,
    name = `Task-${task}`,
  ): this {
    return this.record(time, Kind.TaskCreated, {
      subject: task,
      object: parent,
      line,
      value: this.text(name),
      high: this.text(coroutine),
    });
  }

  ready(time: number, task: number, by = 0): this {
    return this.record(time, Kind.TaskReady, { subject: task, object: by });
  }

  step(time: number, task: number, line: number): this {
    return this.record(time, Kind.StepBegin, { subject: task, line });
  }

  stepEnd(time: number, task: number, line: number): this {
    return this.record(time, Kind.StepEnd, { subject: task, line });
  }

  sleeps(time: number, task: number, timer: number, line: number, deadline: number): this {
    this.record(time, Kind.TimerSet, { subject: timer, object: task, value: deadline });
    return this.record(time, Kind.WaitBegin, {
      detail: WaitKind.Sleep,
      subject: task,
      object: timer,
      line,
      value: deadline,
    });
  }

  fires(time: number, timer: number): this {
    return this.record(time, Kind.TimerFired, { subject: timer });
  }

  waitsFor(time: number, task: number, line: number, tasks: readonly number[]): this {
    this.record(time, Kind.WaitBegin, { detail: WaitKind.Task, subject: task, object: tasks[0], line });
    for (const other of tasks.slice(1)) this.record(time, Kind.WaitOn, { subject: task, object: other });
    return this;
  }

  waits(time: number, task: number, kind: number, line: number): this {
    return this.record(time, Kind.WaitBegin, { detail: kind, subject: task, line });
  }

  requests(time: number, request: number, task: number, line: number, what: string): this {
    return this.record(time, Kind.RequestBegin, {
      subject: request,
      object: task,
      line,
      value: this.text(what),
    });
  }

  awaitsRequest(time: number, request: number, task: number, line: number): this {
    return this.record(time, Kind.WaitBegin, {
      detail: WaitKind.Network,
      subject: task,
      object: request,
      line,
    });
  }

  answered(time: number, request: number, status: number, bytes: number): this {
    return this.record(time, Kind.RequestEnd, { subject: request, detail: status, value: bytes });
  }

  blocks(time: number, task: number, line: number, deadline: number): this {
    return this.record(time, Kind.BlockBegin, {
      detail: WaitKind.Sleep,
      subject: task,
      line,
      value: deadline,
    });
  }

  blocksForRequest(time: number, task: number, line: number, request: number): this {
    return this.record(time, Kind.BlockBegin, {
      detail: WaitKind.Network,
      subject: task,
      line,
      object: request,
    });
  }

  blockEnd(time: number, task: number): this {
    return this.record(time, Kind.BlockEnd, { subject: task });
  }

  done(time: number, task: number, line: number, outcome: number = Outcome.Finished, error = ""): this {
    return this.record(time, Kind.TaskDone, {
      subject: task,
      detail: outcome,
      object: error === "" ? 0 : this.text(error),
      line,
    });
  }

  cancels(time: number, task: number, by: number, line: number): this {
    return this.record(time, Kind.CancelRequested, { subject: task, object: by, line });
  }

  prints(time: number, task: number, text: string, stream = 1): this {
    return this.record(time, Kind.Output, { subject: task, detail: stream, object: this.text(text) });
  }
}
