// One payload type holds what the script gave: an exception, or a cancellation's message.
// Not for: payloads of the runtime's own, which only requests have (network_module.cpp).
#include "core/modules/asyncio_errors.h"

#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Value;
using python::Vm;
using runtime::Error;
using runtime::ErrorKind;
using runtime::ErrorPayload;

class ScriptPayload final : public ErrorPayload {
 public:
  ScriptPayload(Vm& vm, Value value, bool is_exception)
      : vm_(vm), value_(std::move(value)), is_exception_(is_exception) {}

  void retain() override { ++references_; }
  void release() override {
    if (--references_ == 0) delete this;
  }
  // The last line of the traceback.
  std::string message() const override {
    if (!is_exception_) return "cancelled";
    std::string text = vm_.format_exception(value_);
    while (text.ends_with('\n')) text.pop_back();
    std::size_t line = text.rfind('\n');
    return line == std::string::npos ? text : text.substr(line + 1);
  }
  const Value& value() const { return value_; }
  bool is_exception() const { return is_exception_; }

 private:
  ~ScriptPayload() = default;
  Vm& vm_;
  Value value_;
  bool is_exception_;
  std::uint32_t references_ = 1;
};

runtime::Ref<ErrorPayload> make_payload(Vm& vm, Value value, bool is_exception) {
  return {runtime::kAdopt, static_cast<ErrorPayload*>(new ScriptPayload(vm, std::move(value), is_exception))};
}

}  // namespace

Error error_of_exception(Vm& vm, Value exception) {
  const auto& types = ScriptRun::of(vm).asyncio;
  bool cancelled = types.cancelled_error && vm.is_instance(exception, types.cancelled_error.get());
  return Error(cancelled ? ErrorKind::Cancelled : ErrorKind::Failed,
               make_payload(vm, std::move(exception), true));
}

runtime::Ref<ErrorPayload> cancel_message(Vm& vm, const Value& message) {
  if (message.is_empty() || message.is_none()) return {};
  return make_payload(vm, message, false);
}

Value exception_of_error(Vm& vm, const Error& error) {
  const auto& types = ScriptRun::of(vm).asyncio;
  bool of_script = error.is(ErrorKind::Cancelled) || error.is(ErrorKind::Failed);
  if (of_script && error.payload() != nullptr) {
    const auto& payload = static_cast<const ScriptPayload&>(*error.payload());
    if (payload.is_exception()) return payload.value();
    vm.raise_with(types.cancelled_error.get(), payload.value());
    return vm.take_exception();
  }
  if (error.cancelled()) return vm.make_exception(types.cancelled_error.get(), "");
  return vm.make_exception(vm.types.runtime_error, error.message());
}

Value cancellation_as_result(Vm& vm, const Error& error) {
  Value message = vm.names.empty_string;
  if (error.payload() != nullptr) {
    const auto& payload = static_cast<const ScriptPayload&>(*error.payload());
    if (!payload.is_exception()) message = payload.value();
  }
  vm.raise_with(ScriptRun::of(vm).asyncio.cancelled_error.get(), std::move(message));
  return vm.take_exception();
}

}  // namespace loopscope::modules
