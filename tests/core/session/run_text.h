// Runs a text as a session under the virtual clock and keeps what came of it.
// Not for: the real clock, nor what the page does with a session.
#pragma once

#include <string_view>

#include "core/host/simulated_network.h"
#include "core/host/virtual_host.h"
#include "core/session/session.h"

namespace loopscope::session {

class NoSink final : public host::OutputSink {
 public:
  void write(runtime::OutputStream, std::string_view) override {}
};

inline Report run_text(std::string_view text, SessionOptions options = {}, std::size_t program = 0) {
  host::SimulatedNetwork network(options.seed);
  NoSink sink;
  host::VirtualHost host(network, sink, {.seed = options.seed, .slice = {}});
  Session session(split_scenario(text), program, std::move(options), host);
  while (session.pump() != PumpState::Finished) {
  }
  return session.report();
}

}  // namespace loopscope::session
