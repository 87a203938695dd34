// Builds the tuple; bodies are bytes, texts are str.
// Not for: what the libraries make of a status.
#include "core/modules/http_outcome.h"

#include "core/python/text/utf8.h"

namespace loopscope::modules {
namespace {

using python::Ref;
using python::Tuple;
using python::Value;
using python::Vm;
using runtime::HttpError;

std::string_view name_of(HttpError::Kind kind) {
  switch (kind) {
    case HttpError::Kind::BadUrl:
      return "BadUrl";
    case HttpError::Kind::UnknownHost:
      return "UnknownHost";
    case HttpError::Kind::Refused:
      return "Refused";
    case HttpError::Kind::Aborted:
      return "Aborted";
    case HttpError::Kind::Forbidden:
      return "Forbidden";
    case HttpError::Kind::Broken:
      return "Broken";
  }
  return "Broken";
}

// Headers and messages come from outside: what is no UTF-8 is taken as Latin-1.
Value text(Vm& vm, std::string_view bytes) {
  python::Utf8Error error;
  if (!python::find_utf8_error(bytes, 0, error)) return vm.make_string(bytes);
  std::string utf8;
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      utf8 += c;
    } else {
      utf8 += static_cast<char>(0xc0 | byte >> 6);
      utf8 += static_cast<char>(0x80 | (byte & 63));
    }
  }
  return vm.make_string(utf8);
}

Value tuple_of(Vm& vm, std::initializer_list<Value> items) {
  return python::make_tuple(vm, std::span(items.begin(), items.size())).value();
}

}  // namespace

Value http_outcome(Vm& vm, std::expected<runtime::HttpResponse, HttpError>& outcome) {
  if (!outcome) {
    return tuple_of(
        vm, {Value::none(), text(vm, name_of(outcome.error().kind)), text(vm, outcome.error().message)});
  }
  runtime::HttpResponse& response = *outcome;
  if (!vm.heap.reserve(response.body.size())) return vm.raise_memory_error();
  Ref<python::List> headers = python::make_list(vm, response.headers.size());
  for (const auto& [name, value] : response.headers) {
    if (!python::list_append(vm, headers.get(), tuple_of(vm, {text(vm, name), text(vm, value)}))) return {};
  }
  return tuple_of(vm, {Value::small_int(response.status), text(vm, response.reason), text(vm, response.url),
                       std::move(headers).value(), vm.make_bytes(response.body)});
}

Value timed_out_outcome(Vm& vm) { return tuple_of(vm, {Value::none(), text(vm, "TimedOut"), text(vm, "")}); }

}  // namespace loopscope::modules
