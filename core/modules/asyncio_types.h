// The native types behind asyncio, one set per machine, and the layouts of their instances.
// Not for: what they do (asyncio_future.cpp, asyncio_task.cpp, asyncio_loop.cpp ...).
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/python/code_object.h"
#include "core/python/dict.h"
#include "core/python/fiber.h"
#include "core/python/native.h"
#include "core/python/vm.h"
#include "core/runtime/event_loop.h"

namespace loopscope::modules {

class ScriptRun;

struct LoopObject : python::Object {
  runtime::EventLoop* loop;          // owned; null only while the object is being made or has been torn down
  python::Value exception_handler;   // set_exception_handler's; empty: the default one
  python::Value task_factory;        // set_task_factory's; empty: asyncio.Task
  double slow_seconds;               // slow_callback_duration
  python::Value slow_duration;       // the same as it was set: a number, which needs no drop
  runtime::Microseconds step_began;  // of the step or callback that runs; below 0: nobody asks
  bool closed;
  bool debug;
  bool hides_tasks;  // what is made now is not in the trace
};

// asyncio.Future and what derives from it. The runtime's future stands right behind these fields, in the
// concrete object, and counts its references in this header.
struct FutureObject : python::Object {
  python::Ref<LoopObject> loop;    // null: a subclass's __init__ has not called ours yet, and it is no future
  python::Ref<python::Dict> dict;  // what scripts set, and subclasses
  python::Value result;            // of a finished future without an error; the last field
};

inline constexpr std::size_t kFutureDictOffset =
    sizeof(FutureObject) - sizeof(python::Value) - sizeof(python::Ref<python::Dict>);
inline constexpr std::size_t kFutureOffset = sizeof(FutureObject);
// Padding would move the dict, and at the end be where a derived struct begins.
static_assert(kFutureDictOffset == sizeof(python::Object) + sizeof(python::Ref<LoopObject>));
inline runtime::FutureBase& core_of(FutureObject* object) {
  return *reinterpret_cast<runtime::FutureBase*>(reinterpret_cast<std::byte*>(object) + kFutureOffset);
}
inline FutureObject* object_of(runtime::FutureBase* core) {
  return reinterpret_cast<FutureObject*>(reinterpret_cast<std::byte*>(core) - kFutureOffset);
}

// Room for a C++ object that is made after the heap's zeroed memory was handed out.
template <class T>
struct Embedded {
  alignas(T) std::byte bytes[sizeof(T)];
  T* get() { return reinterpret_cast<T*>(bytes); }
};

// A future that stands at kFutureOffset in the object whose references it counts.
template <class Base>
class OwnedByObject : public Base {
 public:
  using Base::Base;
  void retain() final { ++object_of(this)->references; }
  void release() final { python::drop_reference(object_of(this)); }
};

class PlainFuture final : public OwnedByObject<runtime::FutureBase> {
 public:
  explicit PlainFuture(runtime::EventLoop& loop) : OwnedByObject<runtime::FutureBase>(loop) {}
  ~PlainFuture() override = default;
  // The value is in the object already.
  bool complete() { return finish(); }
};

struct PlainFutureObject : FutureObject {
  Embedded<PlainFuture> future;
};
static_assert(sizeof(FutureObject) % alignof(PlainFuture) == 0);

struct AsyncioTypes {
  python::Ref<python::Type> future;
  python::Ref<python::Type> task;
  python::Ref<python::Type> future_iterator;  // null until one is asked for
  python::Ref<python::Type> gathering_future;
  python::Ref<python::Type> loop;
  python::Ref<python::Type> handle;
  python::Ref<python::Type> timer_handle;
  python::Ref<python::Type> wait;           // asyncio_waits.h
  python::Ref<python::Type> error_payload;  // asyncio_errors.h
  python::Ref<python::Type> cancelled_error;
  python::Ref<python::Type> invalid_state_error;
};

inline bool is_future(python::Vm& vm, const AsyncioTypes& types, const python::Value& value) {
  return types.future && value.is_object() && vm.is_instance(value, types.future.get()) &&
         value.as<FutureObject>()->loop;
}
inline FutureObject* as_future(const python::Value& value) { return value.as<FutureObject>(); }

}  // namespace loopscope::modules
