// What a request came to, as a tuple for the libraries that are written in Python (requests, aiohttp).
// Not for: starting requests (network_module.cpp).
#pragma once

#include <expected>

#include "core/python/vm.h"
#include "core/runtime/host.h"

namespace loopscope::modules {

// (status, reason, url, [(name, value), ...], body), or (None, kind, message) where there was no answer; kind
// is the name of HttpError::Kind.
python::Value http_outcome(python::Vm& vm, std::expected<runtime::HttpResponse, runtime::HttpError>& outcome);

// (None, "TimedOut", ""): the script gave the request up.
python::Value timed_out_outcome(python::Vm& vm);

}  // namespace loopscope::modules
