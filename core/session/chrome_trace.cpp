// Reads the batches back and hands them to the JSON's writer.
// Not for: batches of strangers; a damaged one is left out.
#include "core/session/chrome_trace.h"

#include "core/trace/batch_reader.h"
#include "core/trace/chrome_json.h"

namespace loopscope::session {

class ChromeTrace::Writer {
 public:
  trace::ChromeJson json;
};

ChromeTrace::ChromeTrace() : writer_(std::make_unique<Writer>()) {}
ChromeTrace::~ChromeTrace() = default;

void ChromeTrace::begin_program(std::string_view label) { writer_->json.begin_program(label); }

void ChromeTrace::add(std::span<const std::byte> batch) {
  if (auto read = trace::read_batch(batch)) writer_->json.add(*read);
}

std::string ChromeTrace::finish() { return writer_->json.finish(); }

}  // namespace loopscope::session
