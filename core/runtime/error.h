// Error and Result: what went wrong, as a value. Core throws nothing; an await gives a Result.
// Not for: the script's exceptions themselves; those derive from ErrorPayload and travel inside an Error.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "core/runtime/ref.h"

namespace loopscope::runtime {

enum class ErrorKind : std::uint8_t {
  None,           // no error; only inside the core
  Cancelled,      // the task, or what it waited for, was cancelled: pass it on
  Timeout,        // a deadline passed
  InvalidState,   // asked of an object what its state does not allow
  Network,        // a request failed
  Stuck,          // nothing is ready, no timer runs, no request is under way: the wait would last for ever
  QueueFull,      // put_now without room
  QueueEmpty,     // get_now without an item
  QueueShutDown,  // the queue takes, or gives, nothing more
  BrokenBarrier,  // the barrier was reset while one waited, or aborted
  Group,          // several errors: the payload is an ErrorGroup (error_group.h)
  Failed,         // everything else; the payload says what
};

// Details of an error, shared by all who hold the error. A script's exception object embeds one and forwards
// the count.
class ErrorPayload {
 public:
  virtual void retain() = 0;
  virtual void release() = 0;
  // One line that a person can act on. UTF-8.
  virtual std::string message() const = 0;

 protected:
  ~ErrorPayload() = default;
};

// Two words; copying costs one count.
class [[nodiscard("an error that nobody looks at is lost: handle it, or co_return it")]] Error {
 public:
  Error() = default;
  explicit Error(ErrorKind kind, Ref<ErrorPayload> payload = {})
      : payload_(std::move(payload)), kind_(kind) {}
  // With a payload that holds `message`.
  Error(ErrorKind kind, std::string_view message);

  ErrorKind kind() const { return kind_; }
  bool is(ErrorKind kind) const { return kind_ == kind; }
  bool cancelled() const { return kind_ == ErrorKind::Cancelled; }
  explicit operator bool() const { return kind_ != ErrorKind::None; }
  ErrorPayload* payload() const { return payload_.get(); }
  const Ref<ErrorPayload>& payload_ref() const { return payload_; }
  // The payload's message, or the kind in words where there is none.
  std::string message() const;

 private:
  Ref<ErrorPayload> payload_;
  ErrorKind kind_ = ErrorKind::None;
};

template <class T = void>
using Result = std::expected<T, Error>;

// A payload that is a text and nothing else.
Ref<ErrorPayload> text_payload(std::string_view message);

}  // namespace loopscope::runtime
