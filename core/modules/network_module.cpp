// _network: requests of the script, awaited or blocking, for the libraries written in Python (requests,
// aiohttp). Not for: headers, cookies, errors as those libraries know them.
#include <cmath>

#include "core/modules/asyncio_loop.h"
#include "core/modules/asyncio_waits.h"
#include "core/modules/module_table.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Value;
using python::Vm;

bool text_of(Vm& vm, const Value& value, std::string* text) {
  if (vm.is_string(value)) {
    *text = value.as<python::String>()->view();
    return true;
  }
  if (vm.has_layout(value, python::Layout::kBytes)) {
    *text = value.as<python::Bytes>()->view();
    return true;
  }
  vm.raise(vm.types.type_error, "expected str or bytes, got ", vm.type_name(value));
  return false;
}

// (method, url, [(name, value), ...], body, pool)
bool request_of(Vm& vm, const Arguments& arguments, runtime::HttpRequest* request) {
  if (!text_of(vm, arguments[0], &request->method) || !text_of(vm, arguments[1], &request->url)) return false;
  if (!vm.is_list(arguments[2])) return vm.raise(vm.types.type_error, "headers must be a list"), false;
  for (const Value& pair : arguments[2].as<python::List>()->span()) {
    if (!vm.is_tuple(pair) || pair.as<python::Tuple>()->size != 2) {
      return vm.raise(vm.types.type_error, "a header must be a pair"), false;
    }
    auto& [name, value] = request->headers.emplace_back();
    const python::Tuple& items = *pair.as<python::Tuple>();
    if (!text_of(vm, items[0], &name) || !text_of(vm, items[1], &value)) return false;
  }
  if (!text_of(vm, arguments[3], &request->body)) return false;
  std::int64_t pool = 0;
  if (!vm.index_of(arguments[4], &pool)) return false;
  request->connection_pool = static_cast<std::uint32_t>(pool);
  return true;
}

// Stands still until the answer is there: its tuple; or for as many seconds as a sixth argument says: (None,
// "TimedOut", "").
Value send(Vm& vm, const Arguments& arguments) {
  runtime::HttpRequest request;
  if (!request_of(vm, arguments, &request)) return {};
  double limit = -1;
  if (arguments.size() > 5 && arguments[5].is_double()) limit = arguments[5].as_double();
  if (arguments.size() > 5 && arguments[5].is_small_int())
    limit = static_cast<double>(arguments[5].as_small_int());
  ScriptRun& run = ScriptRun::of(vm);
  runtime::HttpRequestId id = run.blocking_request().start(request);
  if (run.recorder() != nullptr) {
    run.trace({.kind = trace::Kind::RequestBegin,
               .subject = id,
               .object = run.thread().subject(),
               .line = run.current_line(),
               .value = run.recorder()->intern(request.method + " " + request.url)});
  }
  python::BlockRequest block;
  block.kind = static_cast<std::uint32_t>(BlockKind::Request);
  block.microseconds = limit < 0 || limit > 1e9 ? -1 : static_cast<std::int64_t>(std::nearbyint(limit * 1e6));
  return vm.block(std::move(block));
}

// Something to await for the answer's tuple.
Value start(Vm& vm, const Arguments& arguments) {
  LoopObject* loop = running_loop_or_raise(vm);
  runtime::HttpRequest request;
  if (loop == nullptr || !request_of(vm, arguments, &request)) return {};
  std::uint32_t line = ScriptRun::of(vm).current_line();
  return make_wait(vm, WaitKind::Request, runtime::RequestFuture::start(*loop->loop, request, line));
}

Value new_pool(Vm& vm, const Arguments&) { return Value::small_int(ScriptRun::of(vm).new_connection_pool()); }

Value close_pool(Vm& vm, const Arguments& arguments) {
  std::int64_t pool = 0;
  if (!vm.index_of(arguments[0], &pool)) return {};
  ScriptRun::of(vm).host().close_connections(static_cast<std::uint32_t>(pool));
  return Value::none();
}

constexpr python::NativeSpec kFunctions[] = {
    {"send", send, 5, 6, python::kNativeMaySuspend},
    {"start", start, 5, 5},
    {"new_pool", new_pool},
    {"close_pool", close_pool, 1, 1},
};

}  // namespace

void initialize_network(Vm& vm, Dict* dict) {
  bool twin = ScriptRun::of(vm).settings().blocking_twin;
  python::dict_set_string(vm, dict, vm.intern("blocking_twin"), Value::boolean(twin));
  python::add_functions(vm, dict, kFunctions, "_network");
}

}  // namespace loopscope::modules
