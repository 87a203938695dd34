// ErrorGroup: several errors as one: ExceptionGroup for C++. Not for: the script's groups, which are its own
// objects.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/runtime/drop_flat.h"
#include "core/runtime/error.h"

namespace loopscope::runtime {

// The payload of every Error of kind Group. Groups may hold groups.
//
//   if (const ErrorGroup* group = group_of(result.error())) {
//     for (const Error& error : group->errors()) ...
//   }
class ErrorGroup final : public ErrorPayload {
 public:
  static Error make(std::string message, std::vector<Error> errors) {
    return Error(ErrorKind::Group, Ref<ErrorPayload>(Ref<ErrorGroup>(
                                       kAdopt, new ErrorGroup(std::move(message), std::move(errors)))));
  }

  const std::vector<Error>& errors() const { return errors_; }
  // As CPython writes it: "unhandled errors in a TaskGroup (2 sub-exceptions)".
  std::string message() const override {
    return message_ + " (" + std::to_string(errors_.size()) + " sub-exception" +
           (errors_.size() == 1 ? ")" : "s)");
  }
  void retain() override { ++references_; }
  void release() override {
    if (--references_ == 0) drop_flat<destroy>(this);  // groups in groups in groups
  }

 private:
  ErrorGroup(std::string message, std::vector<Error> errors)
      : message_(std::move(message)), errors_(std::move(errors)) {}
  ~ErrorGroup() = default;
  static void destroy(ErrorGroup* group) { delete group; }

  std::string message_;
  std::vector<Error> errors_;
  std::uint32_t references_ = 1;
};

// nullptr: it is no group.
inline const ErrorGroup* group_of(const Error& error) {
  return error.is(ErrorKind::Group) ? static_cast<const ErrorGroup*>(error.payload()) : nullptr;
}

}  // namespace loopscope::runtime
