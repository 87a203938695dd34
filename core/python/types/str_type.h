// str: what its method files and other types share.
// Not the layout (core/python/string.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/python/types/operands.h"
#include "core/python/vm.h"

namespace loopscope::python {

// The code points [begin, end) of a str; the str itself where that is all of it.
Value substring(Vm& vm, const Value& str, std::int64_t begin, std::int64_t end);
// "name() argument 1 must be str, not int". The first argument counts as 1. False: raised.
bool require_str(Vm& vm, const Value& value, const char* function, int position);
// left % right of str (str_percent.cpp) and str.format (str_format.cpp).
Value str_percent(Vm& vm, const Value& format, const Value& values);
Value str_format_call(Vm& vm, const Value& format, const Arguments& arguments);

extern const std::span<const NativeSpec> kStrSearchMethods;  // str_search.cpp
extern const std::span<const NativeSpec> kStrCutMethods;     // str_cut.cpp
extern const std::span<const NativeSpec> kStrCaseMethods;    // str_case.cpp
extern const std::span<const NativeSpec> kStrFormatMethods;  // str_format.cpp
extern const std::span<const NativeSpec> kStrTableMethods;   // str_translate.cpp

}  // namespace loopscope::python
