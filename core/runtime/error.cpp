// Error's words and the payload that is a text. Not for: the script's exceptions, see core/python.
#include "core/runtime/error.h"

namespace loopscope::runtime {
namespace {

class TextPayload final : public ErrorPayload {
 public:
  explicit TextPayload(std::string_view text) : text_(text) {}
  void retain() override { ++references_; }
  void release() override {
    if (--references_ == 0) delete this;
  }
  std::string message() const override { return text_; }

 private:
  ~TextPayload() = default;
  std::uint32_t references_ = 1;
  std::string text_;
};

std::string_view words(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::None:
      return "no error";
    case ErrorKind::Cancelled:
      return "cancelled";
    case ErrorKind::Timeout:
      return "timed out";
    case ErrorKind::InvalidState:
      return "the operation is not allowed in this state";
    case ErrorKind::Network:
      return "the request failed";
    case ErrorKind::Stuck:
      return "nothing is ready, no timer is set and no request is under way: this would wait for ever";
    case ErrorKind::QueueFull:
      return "the queue is full";
    case ErrorKind::QueueEmpty:
      return "the queue is empty";
    case ErrorKind::QueueShutDown:
      return "the queue was shut down";
    case ErrorKind::BrokenBarrier:
      return "the barrier was broken";
    case ErrorKind::Group:
      return "several errors";
    case ErrorKind::Failed:
      return "failed";
  }
  return "failed";
}

}  // namespace

Ref<ErrorPayload> text_payload(std::string_view message) {
  return {kAdopt, static_cast<ErrorPayload*>(new TextPayload(message))};
}

Error::Error(ErrorKind kind, std::string_view message) : payload_(text_payload(message)), kind_(kind) {}

std::string Error::message() const { return payload_ ? payload_->message() : std::string(words(kind_)); }

}  // namespace loopscope::runtime
