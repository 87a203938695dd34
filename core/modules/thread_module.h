// The lock of script threads, as ScriptThread sees it. Not for: scripts (thread_module.cpp).
#pragma once

#include "core/python/object.h"

namespace loopscope::modules {

// Who waits for it looks at it again when it is his turn, as with CPython's locks: whoever comes first when
// it is free has it.
struct LockObject : python::Object {
  bool locked;
};

}  // namespace loopscope::modules
