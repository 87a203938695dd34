// The numbers of the trace's wire format, as core/trace/record.h defines them: kinds, wait kinds, outcomes, sizes.
// Not for reading batches (decode_batch.ts) and not for what the records mean (apply_records.ts).

export const MAGIC = 0x3154534c; // "LST1"
export const VERSION = 1;
export const HEADER_BYTES = 16;
export const RECORD_BYTES = 32;
export const HEADER_WORDS = HEADER_BYTES / 4;
export const RECORD_WORDS = RECORD_BYTES / 4;

export const Kind = {
  LoopBegin: 1,
  LoopEnd: 2,
  TaskCreated: 3,
  TaskReady: 4,
  StepBegin: 5,
  StepEnd: 6,
  WaitBegin: 7,
  WaitOn: 8,
  BlockBegin: 9,
  BlockEnd: 10,
  TaskDone: 11,
  CancelRequested: 12,
  TimerSet: 13,
  TimerFired: 14,
  TimerCancelled: 15,
  CallbackBegin: 16,
  CallbackEnd: 17,
  RequestBegin: 18,
  RequestEnd: 19,
  Output: 20,
  Dropped: 21,
} as const;

export const WaitKind = { Other: 0, Sleep: 1, Network: 2, Task: 3, Lock: 4, Queue: 5, Thread: 6 } as const;

export const LaneKind = { Task: 0, Thread: 1 } as const;

export const Outcome = { Finished: 0, Failed: 1, Cancelled: 2 } as const;
