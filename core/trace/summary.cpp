// Summary: counting records. Not for: results as JSON, which is core/session's.
#include "core/trace/summary.h"

#include <algorithm>

namespace loopscope::trace {
namespace {

// A damaged batch must not ask for gigabytes.
constexpr TaskId kMostTasks = 1U << 24U;

}  // namespace

void Summary::add(std::span<const Record> records) {
  for (const Record& record : records) add(record);
}

void Summary::end_wait(TaskId task) {
  if (task >= waits_.size() || !waits_[task]) return;
  waits_[task] = false;
  --waiting_;
}

void Summary::add(const Record& record) {
  switch (record.kind) {
    case Kind::TaskCreated:
      if (static_cast<LaneKind>(record.detail) == LaneKind::Task) ++tasks_;
      break;
    case Kind::StepBegin:
      end_wait(record.subject);
      [[fallthrough]];
    case Kind::CallbackBegin:
      running_ = true;
      running_since_ = record.time;
      break;
    case Kind::StepEnd:
    case Kind::CallbackEnd:
      if (running_) busy_us_ += record.time - running_since_;
      running_ = false;
      break;
    case Kind::BlockBegin:
      if (running_) busy_us_ += record.time - running_since_;
      running_ = false;
      blocked_ = true;
      blocked_since_ = record.time;
      break;
    case Kind::BlockEnd:
      if (blocked_) blocked_us_ += record.time - blocked_since_;
      blocked_ = false;
      running_ = true;
      running_since_ = record.time;
      break;
    case Kind::WaitBegin: {
      const auto kind = static_cast<WaitKind>(record.detail);
      if (kind != WaitKind::Sleep && kind != WaitKind::Network) break;
      if (record.subject >= kMostTasks) break;
      if (record.subject >= waits_.size()) waits_.resize(std::size_t{record.subject} + 1);
      if (waits_[record.subject]) break;
      waits_[record.subject] = true;
      peak_waiting_ = std::max(peak_waiting_, ++waiting_);
      break;
    }
    case Kind::TaskReady:
    case Kind::TaskDone:
      end_wait(record.subject);
      break;
    case Kind::RequestBegin:
      ++requests_;
      break;
    default:
      break;
  }
}

}  // namespace loopscope::trace
