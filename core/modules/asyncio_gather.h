// asyncio.gather over futures: the runtime's gather with a list of the script for its results.
// Not for: making tasks of coroutines first (asyncio_module.cpp).
#pragma once

#include <span>

#include "core/modules/asyncio_types.h"

namespace loopscope::modules {

python::Ref<python::Type> make_gather_type(python::Vm& vm, python::Type* future);
// At least one child; all belong to `loop`.
python::Value make_gather(python::Vm& vm, LoopObject* loop, std::span<FutureObject* const> children,
                          bool return_exceptions);

}  // namespace loopscope::modules
