// Fuzzes the whole engine: any bytes are run under the virtual clock for some steps, in both modes, and never
// crash. Not for what they print (tests/conformance).
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/host/simulated_network.h"
#include "core/host/virtual_host.h"
#include "core/session/session.h"

namespace {

using loopscope::session::Mode;
using loopscope::session::PumpState;
using loopscope::session::Session;

// Small, so that a program that eats memory or steps costs the fuzzer little of either. Steps and not
// milliseconds: what an input does is the same each time.
constexpr std::size_t kMemoryLimit = std::size_t{16} << 20;
constexpr int kQuestionsInASlice = 8;
constexpr int kMostPumps = 5;

class NoOutput final : public loopscope::host::OutputSink {
 public:
  void write(loopscope::runtime::OutputStream, std::string_view) override {}
};

// Its slices are over at the n-th question, and the machine asks every few thousand instructions and each
// turn.
class HostOfFewSteps final : public loopscope::host::VirtualHost {
 public:
  using VirtualHost::VirtualHost;
  void begin_slice() { questions_left_ = kQuestionsInASlice; }
  bool slice_over() override { return --questions_left_ <= 0; }

 private:
  int questions_left_ = kQuestionsInASlice;
};

void run_for_some_steps(const loopscope::session::Scenario& scenario, Mode mode) {
  NoOutput output;
  loopscope::host::SimulatedNetwork network(1);
  HostOfFewSteps host(network, output);
  loopscope::session::SessionOptions options;
  options.mode = mode;
  options.memory_limit = kMemoryLimit;
  Session session(scenario, 0, options, host);
  std::vector<std::byte> batch;
  PumpState state = PumpState::Running;
  for (int pumps = 0; pumps < kMostPumps && state == PumpState::Running; ++pumps) {
    host.begin_slice();
    state = session.pump();
    batch.clear();
    session.drain_trace(batch);
  }
  if (state != PumpState::Finished) session.stop();
  // Stopped or not, there is a report.
  if (session.report().label.empty()) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const loopscope::session::Scenario scenario = loopscope::session::split_scenario(text);
  run_for_some_steps(scenario, Mode::AsWritten);
  run_for_some_steps(scenario, Mode::Blocking);
  return 0;
}
