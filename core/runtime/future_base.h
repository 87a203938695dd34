// FutureBase: a result that is not there yet, without its type: state, error, callbacks. What asyncio.Future
// is, hop for hop. Not for: the value (future.h for C++, the script's objects in core/modules), nor for
// running code (task_base.h).
#pragma once

#include <cstdint>

#include "core/runtime/error.h"
#include "core/runtime/handle.h"
#include "core/runtime/wait_description.h"

namespace loopscope::runtime {

class EventLoop;

// Pending, then once and for all finished (with a value, or with an error) or cancelled. When that happens
// each callback is put on the loop's ready queue, in the order in which they were added; none is called
// before the call returns.
//
// Reference counted, born with one reference. Who keeps the count elsewhere (an object of the script's heap
// that embeds a future) overrides retain() and release(). Its loop must outlive it, except for its
// destruction.
class FutureBase {
 public:
  enum class State : std::uint8_t { Pending, Finished, Cancelled };

  FutureBase(const FutureBase&) = delete;
  FutureBase& operator=(const FutureBase&) = delete;

  virtual void retain() { ++references_; }
  virtual void release() {
    if (--references_ == 0) delete this;
  }

  EventLoop& loop() const { return *loop_; }
  State state() const { return state_; }
  bool done() const { return state_ != State::Pending; }
  bool cancelled() const { return state_ == State::Cancelled; }
  bool failed() const { return state_ == State::Finished && error_kind_ != ErrorKind::None; }

  // Of a finished future: its error, kind None when it has a value. Of a cancelled one: kind Cancelled with
  // the message, or with the very error that ended the task. Of a pending one: InvalidState. Does not count
  // as retrieving it.
  Error error() const;
  // error(), for who retrieves it. The error that has ended a task as cancelled is given once: the next get a
  // Cancelled without a message, as in Modules/_asynciomodule.c, create_cancelled_error.
  Error take_error();
  // The error's payload or, of a pending task, that of the cancellation it was asked for; null: there is
  // none.
  ErrorPayload* payload() const { return payload_.get(); }
  // An error was set and nobody has looked at it: what "exception was never retrieved" is about.
  bool error_unretrieved() const { return error_unretrieved_; }
  // result(), exception(), an await: somebody has looked.
  void mark_retrieved() { error_unretrieved_ = false; }

  // `callback` is called when the future is done; if it is done already, it goes on the ready queue now. It
  // must not be linked anywhere. When the future dies before it is done, the callback gets Discard.
  void add_done_callback(Handle& callback);
  // Takes back a callback that is in the list; it gets Discard.
  void remove_done_callback(Handle& callback);
  // `node` gets Discard when the future dies, done or not; nothing calls it before. Only after the end, when
  // there are no callbacks any more.
  void attach(Handle& node);
  // The callbacks in order of addition, by Handle::next().
  Handle* first_callback() const { return callbacks_.first(); }

  // Ends a pending future as cancelled; false when it is done already. Tasks and gathers ask their own to
  // stop instead, and may end later or not at all: they override it. `message` travels to those who wait.
  virtual bool cancel(Ref<ErrorPayload> message = {});
  // Whether cancel() would return true now.
  virtual bool takes_cancel() const { return !done(); }
  // Ends a pending future with an error; false when it is done already (a caller's mistake: asyncio's
  // InvalidStateError).
  bool fail(const Error& error);

  // What one waits for who waits for this future. The default: Other, or what set_wait_kind said.
  virtual void describe_wait(WaitDescription& out) const;
  void set_wait_kind(trace::WaitKind kind) { wait_kind_ = kind; }
  trace::WaitKind wait_kind() const { return wait_kind_; }

  // The embedded task, if this is one. (Core has no RTTI.)
  bool is_task() const { return is_task_; }

 protected:
  explicit FutureBase(EventLoop& loop) : loop_(&loop) {}
  virtual ~FutureBase();

  // As cancel() of this class, with the error that ended a task: the first who asks is given it.
  void end_with_cancellation(const Error& error);
  // Ends a pending future with the value that a derived class has just stored; false when it is done already.
  bool finish();
  void end_cancelled(Ref<ErrorPayload> payload);
  // In the destructor of a class whose attached nodes look at it: it is still whole then.
  void discard_callbacks();

 private:
  friend class TaskBase;
  friend class EventLoop;
  friend class GatherFuture;
  friend class CoroutineTask;

  void schedule_callbacks();
  void set_payload(Ref<ErrorPayload> payload) { payload_ = std::move(payload); }

  EventLoop* loop_;
  HandleList callbacks_;
  Ref<ErrorPayload> payload_;  // of the error; while pending, of a task: of the cancellation it was asked for
  std::uint32_t references_ = 1;
  State state_ = State::Pending;
  ErrorKind error_kind_ = ErrorKind::None;
  trace::WaitKind wait_kind_ : 4 = trace::WaitKind::Other;
  bool error_unretrieved_ : 1 = false;
  bool is_task_ : 1 = false;
  bool counted_ : 1 = false;     // a gather is counting its children
  bool given_once_ : 1 = false;  // the payload is the first retriever's
  bool hidden_ : 1 = false;      // a task that is not in the trace
};

}  // namespace loopscope::runtime
