// The results of a scenario as JSON: what `--summary` writes, `engine.run` resolves to and the page's
// results() gives. Not for: making reports (session.h).
#pragma once

#include <span>
#include <string>

#include "core/session/session.h"

namespace loopscope::session {

// {"version": 1, "programs": [{label, mode, elapsed_s, tasks, peak_waiting, blocked_s, loop_busy_s, requests,
// stdout, stderr, exit_status, and where there is one: error {line, column, end_line, end_column, message},
// waiting_forever [...]}]}. Seconds are exact to the microsecond; exit_status is null after a stop.
std::string report_json(std::span<const Report> programs);

}  // namespace loopscope::session
