// Summary: a run's figures, from its records: the numbers of results() in product.md. Not for: seconds, these
// are microseconds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/trace/record.h"

namespace loopscope::trace {

// Fed with all records of a run in their order, in pieces of any size. Lost records (Kind::Dropped) make it
// count too little.
class Summary {
 public:
  void add(std::span<const Record> records);

  std::uint64_t tasks() const { return tasks_; }  // asyncio tasks created, main included
  std::uint64_t peak_waiting() const {
    return peak_waiting_;
  }  // most tasks that waited for a timer or the network at once
  std::uint64_t blocked_us() const {
    return blocked_us_;
  }  // the loop, or the program, held by blocking waits
  std::uint64_t loop_busy_us() const {
    return busy_us_;
  }  // steps and callbacks executing, without their blocking waits
  std::uint64_t requests() const { return requests_; }

 private:
  void add(const Record& record);
  void end_wait(TaskId task);

  std::uint64_t tasks_ = 0;
  std::uint64_t peak_waiting_ = 0;
  std::uint64_t blocked_us_ = 0;
  std::uint64_t busy_us_ = 0;
  std::uint64_t requests_ = 0;
  std::uint64_t waiting_ = 0;
  std::uint64_t running_since_ = 0;
  std::uint64_t blocked_since_ = 0;
  bool running_ = false;
  bool blocked_ = false;
  std::vector<bool> waits_;  // by TaskId: it is counted in waiting_
};

}  // namespace loopscope::trace
