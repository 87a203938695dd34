// The trace's wire format: what one record holds and what each kind means. The only description of it;
// readers (the page, the command line's exporter) follow this file. Not for: storing or draining records, see
// recorder.h.
#pragma once

#include <cstddef>
#include <cstdint>

namespace loopscope::trace {

// Every id counts up from 1 within a run. Task 0 is the program itself: what runs outside of any task.
using TaskId = std::uint32_t;
using TimerId = std::uint32_t;
using RequestId = std::uint32_t;
using StringId = std::uint32_t;  // 0: no text

// One row per kind: NAME, number on the wire, what each field holds (fields that are not named are 0).
// Numbers are never reused or changed; a reader passes over numbers it does not know.
#define LOOPSCOPE_TRACE_KINDS(ROW)                                                                           \
  /* The event loop starts (asyncio.run, run_forever) / stops. */                                            \
  ROW(LoopBegin, 1)                                                                                          \
  ROW(LoopEnd, 2)                                                                                            \
  /* subject: the task; detail: LaneKind; object: the task that created it; line: where; value: StringId of  \
     the name in the low 32 bits, StringId of the coroutine's qualified name in the high ones. A thread of   \
     the script has a lane like a task's. */                                                                 \
  ROW(TaskCreated, 3)                                                                                        \
  /* subject: a task that was put on the ready queue; object: the task whose step did it, 0 for timer and    \
   * host. */                                                                                                \
  ROW(TaskReady, 4)                                                                                          \
  /* subject: the task (0: the program) whose code starts to run; line: where it goes on. Never two at once. \
   */                                                                                                        \
  ROW(StepBegin, 5)                                                                                          \
  /* subject: as in its StepBegin; line: where it stopped. */                                                \
  ROW(StepEnd, 6)                                                                                            \
  /* subject: the task; detail: WaitKind; object: TaskId for Task, RequestId for Network, TimerId for Sleep, \
     else 0; line: where it waits; value: deadline of a Sleep. Written inside the step that begins to wait.  \
   */                                                                                                        \
  ROW(WaitBegin, 7)                                                                                          \
  /* subject: the task of the WaitBegin just before; object: one more task that it waits for (gather and     \
   * such). */                                                                                               \
  ROW(WaitOn, 8)                                                                                             \
  /* subject: the task (0: the program) that holds the whole loop; detail: WaitKind Sleep, Network or Lock;  \
     object: the RequestId; line: where; value: deadline of a Sleep. Inside a step, which goes on after      \
     BlockEnd. */                                                                                            \
  ROW(BlockBegin, 9)                                                                                         \
  ROW(BlockEnd, 10)                                                                                          \
  /* subject: the task; detail: Outcome; object: StringId of the error's last line; line: of the error. */   \
  ROW(TaskDone, 11)                                                                                          \
  /* subject: the task asked to stop; object: the task that asked; line: where. */                           \
  ROW(CancelRequested, 12)                                                                                   \
  /* subject: the timer; object: the task that set it; value: its deadline. */                               \
  ROW(TimerSet, 13)                                                                                          \
  ROW(TimerFired, 14)                                                                                        \
  ROW(TimerCancelled, 15)                                                                                    \
  /* object: StringId of the callback's name; a loop callback that is no task's step. */                     \
  ROW(CallbackBegin, 16)                                                                                     \
  ROW(CallbackEnd, 17)                                                                                       \
  /* subject: the request; object: the task; line: where; value: StringId of "METHOD url". */                \
  ROW(RequestBegin, 18)                                                                                      \
  /* subject: the request; detail: HTTP status, 0 where it failed; value: bytes of the body. */              \
  ROW(RequestEnd, 19)                                                                                        \
  /* subject: the task that printed; detail: 1 stdout, 2 stderr; object: StringId of the text. */            \
  ROW(Output, 20)                                                                                            \
  /* value: how many records were lost just before this one because nobody drained them. */                  \
  ROW(Dropped, 21)

enum class Kind : std::uint8_t {
#define LOOPSCOPE_TRACE_ROW(name, number) name = number,
  LOOPSCOPE_TRACE_KINDS(LOOPSCOPE_TRACE_ROW)
#undef LOOPSCOPE_TRACE_ROW
};

// What a task waits for. Colour and pattern of its bar follow from it.
enum class WaitKind : std::uint16_t {
  Other = 0,    // a future that nobody described
  Sleep = 1,    // asyncio.sleep, time.sleep
  Network = 2,  // a request
  Task = 3,     // another task; gather, wait and such name the further ones by WaitOn
  Lock = 4,     // a lock, semaphore, condition, event or barrier
  Queue = 5,    // a queue's get or put
  Thread = 6,   // a script thread
};

// What a lane is of: TaskCreated's detail.
enum class LaneKind : std::uint16_t { Task = 0, Thread = 1 };

enum class Outcome : std::uint16_t { Finished = 0, Failed = 1, Cancelled = 2 };

// 32 bytes, little endian, no padding. `time` is in microseconds since the start of the run.
struct Record {
  std::uint64_t time = 0;
  Kind kind{};
  std::uint8_t reserved = 0;
  std::uint16_t detail = 0;
  TaskId subject = 0;
  std::uint32_t object = 0;
  std::uint32_t line = 0;  // 1-based line of the scenario's text, 0: none
  std::uint64_t value = 0;
};
static_assert(sizeof(Record) == 32);

// A batch, as drained at once: this header, `record_count` records, then `string_count` times
// {u32 StringId, u32 byte length, UTF-8 bytes, zeros up to a multiple of 4}. A string is sent once per run,
// no later than the first batch that names it. All integers are little endian; a batch begins at an 8-byte
// boundary.
struct BatchHeader {
  std::uint32_t magic = kMagic;
  std::uint32_t version = 1;
  std::uint32_t record_count = 0;
  std::uint32_t string_count = 0;

  static constexpr std::uint32_t kMagic = 0x3154534c;  // "LST1"
};
static_assert(sizeof(BatchHeader) == 16);

}  // namespace loopscope::trace
