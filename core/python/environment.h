// Environment: all that the machine asks of whoever embeds it. RunResult: why Vm::run came back.
// Not here: time, loops, networks; the machine knows none of them (core/modules does).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/python/value.h"

namespace loopscope::python {

class Environment {
 public:
  virtual ~Environment() = default;
  virtual void write_stdout(std::string_view text) = 0;
  virtual void write_stderr(std::string_view text) = 0;
  // Asked every few thousand instructions; `instructions` were executed since it was asked last. True: run()
  // returns OutOfBudget at once and goes on where it was when it is called again.
  virtual bool should_pause(std::uint64_t instructions) = 0;
  // What is called with an async generator that is dropped half-way: the event loop's that runs. Empty: none
  // runs, and what starts an async generator now does not end it.
  virtual Value async_generator_finalizer() { return {}; }
  // An exception that nobody can catch: in __del__, in a generator's finally when it is dropped.
  // `text` is what CPython prints on stderr.
  virtual void write_unraisable(std::string_view text) { write_stderr(text); }
};

// What a native gives to Vm::block: the driver keeps the whole script thread until it is done, then resumes
// with the value.
struct BlockRequest {
  // Meaning and owner are the embedder's: it reads them back from RunResult. `kind` is its own enumeration.
  std::uint32_t kind = 0;
  std::int64_t microseconds = 0;
  Value payload;
};

struct RunResult {
  enum class Kind : std::uint8_t {
    kReturned,     // value: the result
    kRaised,       // value: the exception
    kAwaiting,     // value: what it waits for (the object given to Vm::wait_for), None for a bare yield
    kBlocking,     // block: the request
    kOutOfBudget,  // nothing: call run again
  };
  Kind kind = Kind::kReturned;
  Value value;
  BlockRequest block;
};

}  // namespace loopscope::python
