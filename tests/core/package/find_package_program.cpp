// A stranger's program: two sleeps side by side on the installed runtime, under the virtual clock.
// Not a test of the runtime itself (tests/core/runtime).
#include <chrono>
#include <cstdio>
#include <string_view>

#include "core/host/simulated_network.h"
#include "core/host/virtual_host.h"
#include "core/runtime/run.h"
#include "core/runtime/sleep.h"

namespace {

using namespace std::chrono_literals;
using loopscope::runtime::Coroutine;
using loopscope::runtime::Microseconds;
using loopscope::runtime::Result;

class Printer final : public loopscope::host::OutputSink {
 public:
  void write(loopscope::runtime::OutputStream, std::string_view text) override {
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
};

Coroutine<Microseconds> nap(Microseconds length) {
  const Result<> slept = co_await loopscope::runtime::sleep(length);
  if (!slept) co_return std::unexpected(slept.error());
  co_return length;
}

Coroutine<Microseconds> two_naps() {
  loopscope::runtime::EventLoop& loop = co_await loopscope::runtime::this_loop();
  const auto first = loopscope::runtime::create_task(loop, nap(30ms));
  const auto second = loopscope::runtime::create_task(loop, nap(40ms));
  const Result<Microseconds> one = co_await first;
  const Result<Microseconds> other = co_await second;
  co_return *one + *other;
}

}  // namespace

int main() {
  loopscope::host::SimulatedNetwork network(1);
  Printer printer;
  loopscope::host::VirtualHost host(network, printer);
  loopscope::runtime::EventLoop loop(host);
  const Result<Microseconds> slept = loopscope::runtime::run(loop, two_naps());
  std::printf("slept %lld us in %lld us\n", static_cast<long long>(slept ? slept->count() : -1),
              static_cast<long long>(loop.time().count()));
  // Side by side: 70 ms of sleep in 40 ms and a few turns of a microsecond each.
  return slept == Microseconds(70ms) && loop.time() < Microseconds(41ms) ? 0 : 1;
}
