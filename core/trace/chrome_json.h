// ChromeJson: the trace as the JSON that Perfetto and chrome://tracing open. Not for: the page's own
// timeline.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/trace/batch_reader.h"

namespace loopscope::trace {

// One process per program, one track per task: slices for steps, waits, blocking and being ready, an arrow
// from who woke a task to the step that followed, requests as asynchronous events, printed text as instants.
// Times are microseconds since the start.
//
//   ChromeJson json;
//   json.begin_program("concurrent");
//   json.add(batch);                       // all batches of the program in their order
//   std::string text = json.finish();
class ChromeJson {
 public:
  // What follows belongs to a new process of this name.
  void begin_program(std::string_view label);
  void add(const Batch& batch);
  // Ends what is still open at the last time seen, and gives the whole document.
  std::string finish();

 private:
  // Where a task's track stands: the slice that is open there.
  struct Track {
    enum class State : std::uint8_t { Fresh, Running, Waiting, Ready, Done };
    State state = State::Fresh;
    std::uint64_t since = 0;
    std::uint32_t line = 0;
    std::string waits_for;     // the name of the next wait's slice
    std::uint32_t flow = 0;    // the arrow that ends at the next step; 0: none
    bool ready_again = false;  // was put on the ready queue inside its own step
    std::uint64_t blocked_since = 0;
    std::string blocked_by;  // empty: not blocked
    std::uint32_t blocked_line = 0;
  };

  void add(const Record& record);
  Track& track(TaskId task);
  std::string_view text(StringId id) const;
  void end_program();
  void leave_state(TaskId task, Track& track, std::uint64_t time);
  void step_end(const Record& record);
  void wait_begin(const Record& record);
  void ready(const Record& record);
  void slice(TaskId task, std::string_view name, std::string_view category, std::uint64_t begin,
             std::uint64_t end, std::uint32_t line);
  void event(std::string_view phase, TaskId task, std::uint64_t time, std::string_view name,
             std::string_view category, std::string_view further);
  void name_track(TaskId task, std::string_view name);

  std::string out_;
  std::uint32_t process_ = 0;
  std::uint32_t next_flow_ = 1;
  std::uint64_t last_time_ = 0;
  std::vector<Track> tracks_;                            // by TaskId
  std::unordered_map<StringId, std::string> texts_;      // of this program
  std::unordered_map<TaskId, std::string> names_;        // of its tasks
  std::unordered_map<RequestId, std::string> requests_;  // under way
  std::uint64_t callback_since_ = 0;
  std::string callback_name_;
};

}  // namespace loopscope::trace
