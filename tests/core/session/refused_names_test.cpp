// What the playground lacks by design is refused by its name, never as if Python had no such thing.
// Not for: missing modules, whose hint names those that there are.
#include <gtest/gtest.h>

#include <string>

#include "tests/core/session/run_text.h"

namespace loopscope::session {
namespace {

struct Refusal {
  const char* statement;
  const char* error;  // stands in what is written to stderr
};

TEST(RefusedNames, say_what_is_not_in_the_playground) {
  constexpr Refusal kRefusals[] = {
      {"class C(asyncio.Protocol): pass",
       "NotImplementedError: asyncio.Protocol: protocols and transports are not in the playground"},
      {"asyncio.run(asyncio.open_connection('localhost', 80))",
       "NotImplementedError: asyncio.open_connection: streams are not in the playground"},
      {"asyncio.create_subprocess_shell('ls')",
       "NotImplementedError: asyncio.create_subprocess_shell: subprocesses are not in the playground"},
      {"asyncio.new_event_loop().create_server(print)",
       "NotImplementedError: loop.create_server(): sockets are not in the playground"},
      {"asyncio.new_event_loop().add_signal_handler(signal.SIGINT, print)",
       "NotImplementedError: loop.add_signal_handler(): signals are not in the playground"},
      {"signal.signal(signal.SIGTERM, print)",
       "NotImplementedError: signal.signal() is not in the playground: no signals arrive"},
      {"for line in sys.stdin: print(line)", "AttributeError: sys.stdin is not in the playground"},
      {"sys.getsizeof([])", "AttributeError: sys.getsizeof is not in the playground"},
  };
  for (const auto& [statement, error] : kRefusals) {
    const Report report = run_text(std::string("import asyncio, signal, sys\n") + statement + "\n");
    EXPECT_NE(report.standard_error.find(error), std::string::npos) << report.standard_error;
  }
}

TEST(RefusedNames, what_neither_has_is_an_attribute_error_with_a_suggestion) {
  const Report report = run_text("import asyncio\nasyncio.new_event_loop().create_tusk\n");
  EXPECT_NE(report.standard_error.find("object has no attribute 'create_tusk'. Did you mean: 'create_task'?"),
            std::string::npos)
      << report.standard_error;
}

}  // namespace
}  // namespace loopscope::session
