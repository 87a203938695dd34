// FrameObject: what scripts get as a frame (cr_frame, tb_frame): where it stood when it was asked for.
// Not here: frames that run (fiber.h).
#pragma once

#include "core/python/code_object.h"
#include "core/python/dict.h"
#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

struct Frame;
struct Traceback;

struct FrameObject : Object {
  Ref<CodeObject> code;
  Ref<Dict> globals;
  Value locals;       // a dict
  std::int32_t line;  // 0: nothing is known
};

Value make_frame_object(Vm& vm, Frame* frame);
Value make_frame_object(Vm& vm, const Traceback* traceback);
// The variables of a frame as locals() gives them.
Value frame_locals(Vm& vm, Frame* frame);
// The instruction at which a frame stands that does not run just now, or calls.
std::uint32_t standing_word(const Frame* frame);

}  // namespace loopscope::python
