// From pure formatting and ordering to script values: a formatted text or its exception, a comparison's
// answer. Not the formatting itself (core/python/text).
#pragma once

#include "core/python/text/format_spec.h"
#include "core/python/vm.h"

namespace loopscope::python {

inline Value raise_format_error(Vm& vm, const FormatError& error) {
  switch (error.kind) {
    case FormatError::Kind::kMemory:
      return vm.raise_memory_error();
    case FormatError::Kind::kOverflow:
      return vm.raise_text(vm.types.overflow_error, error.message);
    case FormatError::Kind::kType:
      return vm.raise_text(vm.types.type_error, error.message);
    default:
      return vm.raise_text(vm.types.value_error, error.message);
  }
}

inline Value finish_format(Vm& vm, const Formatted& text) {
  if (!text) return raise_format_error(vm, text.error());
  if (!vm.heap.reserve(text->size())) return vm.raise_memory_error();
  return vm.make_string(*text);
}

// What a comparison says where `order` is negative, zero or positive.
inline Value order_answer(CompareOperator op, int order) {
  switch (op) {
    case CompareOperator::kLess:
      return Value::boolean(order < 0);
    case CompareOperator::kLessEqual:
      return Value::boolean(order <= 0);
    case CompareOperator::kEqual:
      return Value::boolean(order == 0);
    case CompareOperator::kNotEqual:
      return Value::boolean(order != 0);
    case CompareOperator::kGreater:
      return Value::boolean(order > 0);
    default:
      return Value::boolean(order >= 0);
  }
}

}  // namespace loopscope::python
