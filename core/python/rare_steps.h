// What the rare instructions share: the stack of a frame, ending a step; and the steps that build containers
// and call. Not here: the instructions themselves (vm_rare.cpp).
#pragma once

#include "core/python/internals.h"

namespace loopscope::python {

using Rare = Vm::Internals::Rare;

inline void push(Frame* frame, Value value) { new (frame->stack++) Value(std::move(value)); }
inline Value pop(Frame* frame) {
  Value value = std::move(*--frame->stack);
  return value;
}
inline void drop(Frame* frame, std::uint32_t count) {
  for (; count != 0; --count) (--frame->stack)->~Value();
}

// Drops the operands and takes the result: pushed, raised, or a frame that will push it.
inline Rare end_step(Frame* frame, std::uint32_t operands, Value result) {
  drop(frame, operands);
  if (result.is_suspended()) return Rare::kFrame;
  if (result.is_special()) return Rare::kRaised;
  push(frame, std::move(result));
  return Rare::kNext;
}

// The same for what leaves nothing.
inline Rare end_step_void(Vm& vm, Frame* frame, std::uint32_t operands, Value result) {
  drop(frame, operands);
  if (result.is_suspended()) {
    return Vm::Internals::attach_action(vm, frame, FrameReturn::kDiscard, Value()) ? Rare::kFrame
                                                                                   : Rare::kRaised;
  }
  return result.is_special() ? Rare::kRaised : Rare::kNext;
}

Rare build_string(Vm& vm, Frame* frame, std::uint32_t count);
Rare build_set(Vm& vm, Frame* frame, std::uint32_t count);
Rare build_map(Vm& vm, Frame* frame, std::uint32_t pairs);
Rare make_function(Vm& vm, Frame* frame, std::uint32_t flags);
// A library function with (target, top), for iterables that are not plain.
Rare extend_with(Vm& vm, Frame* frame, std::string_view function, const Value& target);
Rare list_extend(Vm& vm, Frame* frame, std::uint32_t depth);
Rare dict_update(Vm& vm, Frame* frame, std::uint32_t depth);
Rare dict_merge(Vm& vm, Frame* frame, std::uint32_t depth);
Rare list_to_tuple(Vm& vm, Frame* frame);
Rare call_ex(Vm& vm, Frame* frame, bool has_keywords);

}  // namespace loopscope::python
