// Frame: a running or suspended call of script code. Generator: a frame with an object of its own. Fiber: a
// chain of frames that the machine can run, leave and run again. Not here: running them (vm.h).
#pragma once

#include <cstdint>

#include "core/python/function.h"
#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

struct Frame;
struct Generator;

// What the machine does with a frame's result in the frame behind it. "Raises" is what it does when the frame
// ends by an exception and that is not simply handed on.
enum class FrameReturn : std::uint8_t {
  kPush,         // pushes it: an ordinary call
  kDiscard,      // drops it: __set_name__, __setattr__ ...: the instruction leaves nothing
  kRoot,         // the fiber ends
  kInitialize,   // __init__: must be None; pushes `held`, the instance
  kImport,       // a module's body: pushes `held`; raises: the module is forgotten
  kImportRest,   // a part of a dotted import: goes on with `held`, (name, from list)
  kBuildClass,   // a class body: makes the class from `held`: (name, bases, keywords, namespace)
  kTruth,        // __bool__: must be bool
  kLengthTruth,  // __len__ asked for truth
  kContains,     // __contains__: pushes its truth
  kNegate,       // a comparison that answers for its opposite: pushes not result
  kOrPop,        // a truth asked for by JUMP_IF_FALSE_OR_POP or its sibling: does their jump
  kMethodValue,  // an attribute asked for by LOAD_ATTR's method form: pushes it and empty
  kString,       // __str__, __repr__, __format__: must be str
  kHash,         // __hash__: must be int
  kLength,       // __len__: must be a non-negative int
  kIterator,     // __iter__: must have __next__; with `held`, __aiter__: must have __anext__
  kAwaitable,    // __await__: must be an iterator; pushes it and None
  kAsyncNext,    // __anext__: must be awaitable; pushes its iterator and None
  kBinary,       // NotImplemented tries the next way; `held` is (stage, left, right)
  kCompare,      // the same for comparisons
  kRaise,        // a class or factory in `raise`: raises the result; `held` is (it, the cause or empty)
  kCause,        // a class after `from` in `raise`: `held` is what is raised
  kForNext,      // FOR_ITER: pushes; StopIteration, or a generator's end, leaves the loop
  kNextValue,    // next(), send(), throw(): pushes; a generator's end raises StopIteration
  kNextDefault,  // next(iterator, held)
  kClose,        // generator.close(): a yield is an error, the end pushes None
  kFinalize,     // __del__, a dropped generator: what it raises is only written; `held` as in finalizers.cpp
  kSendResult,   // a coroutine or delegate linked by SEND: its result replaces the iterator
  kSendNext,     // __next__ under SEND: its result is yielded on, StopIteration is the SEND's result
  kAsyncStep,    // an async generator linked by SEND: a yield replaces the iterator, the end raises
                 // StopAsyncIteration
  kAsyncClose,   // the same by aclose(): the end gives None
  kAttribute,    // a property or __getattribute__: AttributeError tries __getattr__; `held` is (object, name)
};

struct Frame {
  Function* function;  // owned
  CodeObject* code;    // borrowed from the function
  Word*
      pc;  // next instruction; while a callee runs or the frame is suspended: the one after the call's caches
  Value* stack;  // next free place
  Frame* back;   // the frame that gets the result; null at the root of a fiber or of a suspended generator
  Generator* generator;  // borrowed; null for plain calls
  Dict* names;           // owned; namespace of a class body, else null
  Value held;            // what `on_return` needs
  FrameReturn on_return;
  bool started;
  bool gives_generator_exit;  // closed from outside: when it ends by returning, GeneratorExit goes on in the
                              // frame behind
  std::uint32_t depth;        // CodeObject::depth of all frames from the fiber's root to here
  std::uint32_t bytes;        // as allocated
  // slot_count variables, then stack_size stack places
  Value* slots() { return reinterpret_cast<Value*>(this + 1); }
};

// The exceptions being handled, innermost first: one for a fiber's plain frames, one per running generator.
struct HandledException {
  Value exception;  // empty: none
  HandledException* outer = nullptr;
};

enum class GeneratorKind : std::uint8_t { kGenerator, kCoroutine, kAsyncGenerator };
enum class GeneratorState : std::uint8_t { kCreated, kSuspended, kRunning, kClosed };

// generator, coroutine and async generator. Owns its frame until it ends.
struct Generator : Object {
  Frame* frame;      // owned; null once it has ended
  Frame* innermost;  // where a resumption goes on: its own frame, or the deepest one linked behind it by SEND
  GeneratorKind kind;
  GeneratorState state;
  bool is_linked;             // driven by a SEND of another frame or a fiber's root: not resumable by hand
  bool was_finalized;         // its finally blocks were run once because it was dropped
  bool has_origin;            // a coroutine whose maker's stack is remembered
  bool belongs_to_loop;       // an async generator that was started while an event loop ran, which closes it
  Generator* outer_boundary;  // while it is a boundary: the one before it
  Value name;
  Value qualname;
  HandledException handled;
};

// A chain of frames that runs on its own: a program, a task's coroutine, a callback, a script thread.
// Owned by whoever drives it (core/modules); Vm::run advances it.
class Fiber {
 public:
  Fiber() = default;
  Fiber(const Fiber&) = delete;
  Fiber& operator=(const Fiber&) = delete;
  ~Fiber();  // drops the frames that are left, without running them

  Frame* frame = nullptr;  // the innermost frame; null: nothing to run
  Generator* boundary =
      nullptr;  // the innermost generator driven by next(), send() or for; yields go to its driver
  HandledException root_handled;
  HandledException* handled = &root_handled;
  Vm* vm = nullptr;
  Value coroutine;  // what the fiber runs, if it was started with one
  // The current context variables; the embedder's business (core/modules/context_variables.h).
  Value context;
  // Between runs:
  Value thrown;              // to be raised at the innermost frame
  Value result;              // of a native that was done before the first run
  bool wants_value = false;  // the innermost frame waits for the value of resume()
  bool finished = false;     // `result` holds the outcome
  bool failed = false;       // and it is an exception
};

}  // namespace loopscope::python
