// The whole Embind surface: what the typed facade (*.mts) calls. Nothing else may use Embind.
// Not for the pages and programs that use the engine: they see loopscope.mts.
#include <emscripten/bind.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/host/simulated_network.h"
#include "core/host/virtual_host.h"
#include "core/session/report_json.h"
#include "core/session/scenario.h"
#include "core/session/session.h"
#include "wasm/browser_host.h"

namespace loopscope::wasm {
namespace {

using emscripten::val;

// What the declared types of the glue say where C++ has only val.
EMSCRIPTEN_DECLARE_VAL_TYPE(RequestPort)
EMSCRIPTEN_DECLARE_VAL_TYPE(TraceBytes)
EMSCRIPTEN_DECLARE_VAL_TYPE(DiagnosticList)
EMSCRIPTEN_DECLARE_VAL_TYPE(ProgramList)

// As program_run.mts fills it in; whole numbers below 2^53.
struct RunSettings {
  bool virtual_clock = true;
  bool internet = false;
  bool through_service_worker = false;
  bool blocking = false;
  double seed = 1;
  double cpu_ns = 0;
  std::string file_name;
  double time_limit_us = -1;   // below 0: none
  double unix_start_us = 0;    // real clock: the time of day at the start
  int utc_offset_seconds = 0;  // real clock: the local zone's
};

// One pump's share of the thread under the virtual clock, as BrowserHost's under the real one.
constexpr std::chrono::milliseconds kSlice{5};

// The session keeps what a script prints for its report, and the trace tells when: nothing else reads it
// here.
class NoOutput final : public host::OutputSink {
 public:
  void write(runtime::OutputStream, std::string_view) override {}
};

session::SessionOptions session_options(const RunSettings& settings) {
  session::SessionOptions options;
  options.mode = settings.blocking ? session::Mode::Blocking : session::Mode::AsWritten;
  options.seed = static_cast<std::uint64_t>(settings.seed);
  options.cpu_ns = static_cast<std::uint32_t>(settings.cpu_ns);
  options.file_name = settings.file_name;
  if (settings.time_limit_us >= 0) {
    options.time_limit = runtime::Microseconds(static_cast<std::int64_t>(settings.time_limit_us));
  }
  if (!settings.virtual_clock) {
    options.unix_start_us = static_cast<std::int64_t>(settings.unix_start_us);
    options.utc_offset_seconds = settings.utc_offset_seconds;
  }
  return options;
}

// A lines-and-values text (requests.mts) as a list.
runtime::HeaderList header_list(std::string_view lines) {
  runtime::HeaderList headers;
  std::string name;
  bool is_name = true;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = lines.find('\n', begin);
    if (end == std::string_view::npos) end = lines.size();
    const std::string_view line = lines.substr(begin, end - begin);
    if (is_name) {
      name = line;
    } else {
      headers.emplace_back(std::move(name), line);
    }
    is_name = !is_name;
    begin = end + 1;
  }
  return headers;
}

// One run of one program with the host that its settings ask for.
class ProgramRun {
 public:
  ProgramRun(const std::string& source, int program, const RunSettings& settings, const RequestPort& port)
      : scenario_(session::split_scenario(source)) {
    const auto seed = static_cast<std::uint64_t>(settings.seed);
    if (settings.virtual_clock) {
      virtual_network_ = std::make_unique<host::SimulatedNetwork>(seed);
      virtual_host_ = std::make_unique<host::VirtualHost>(
          *virtual_network_, output_, host::VirtualHost::Options{.seed = seed, .slice = kSlice});
    } else if (settings.internet) {
      browser_host_ = std::make_unique<BrowserHost>(Answering::Internet, nullptr, port, output_);
    } else {
      browser_host_ = std::make_unique<BrowserHost>(
          settings.through_service_worker ? Answering::ServiceWorker : Answering::Engine,
          std::make_unique<host::SimulatedNetwork>(seed), port, output_);
    }
    runtime::Host* host = browser_host_.get();
    if (settings.virtual_clock) host = virtual_host_.get();
    session_ = std::make_unique<session::Session>(scenario_, static_cast<std::size_t>(program),
                                                  session_options(settings), *host);
  }

  int pump() {
    if (virtual_host_ != nullptr) virtual_host_->begin_slice();
    if (browser_host_ != nullptr) browser_host_->begin_slice();
    return static_cast<int>(session_->pump());
  }

  // When to pump again, as performance.now() counts; -1: no timer is set.
  double wakeup_ms() const {
    const std::optional<double> wakeup = browser_host_ != nullptr ? browser_host_->wakeup_ms() : std::nullopt;
    return wakeup.value_or(-1);
  }

  // A view that is valid until the next call; null where nothing happened since the last one.
  TraceBytes drain_trace() {
    batch_.clear();
    if (!session_->drain_trace(batch_)) return TraceBytes(val::null());
    return TraceBytes(val(
        emscripten::typed_memory_view(batch_.size(), reinterpret_cast<const unsigned char*>(batch_.data()))));
  }

  void complete(int id, int status, std::string reason, std::string url, const std::string& headers,
                std::string body) {
    if (browser_host_ == nullptr) return;
    browser_host_->complete(static_cast<runtime::HttpRequestId>(id),
                            runtime::HttpResponse{.status = status,
                                                  .reason = std::move(reason),
                                                  .url = std::move(url),
                                                  .headers = header_list(headers),
                                                  .body = std::move(body)});
  }

  void fail(int id, const std::string& reason) {
    if (browser_host_ != nullptr) browser_host_->fail(static_cast<runtime::HttpRequestId>(id), reason);
  }

  void stop() { session_->stop(); }

  std::string report() { return session::report_json(std::span(&session_->report(), 1)); }

 private:
  session::Scenario scenario_;
  NoOutput output_;
  // Exactly one of the hosts is there.
  std::unique_ptr<host::SimulatedNetwork> virtual_network_;
  std::unique_ptr<host::VirtualHost> virtual_host_;
  std::unique_ptr<BrowserHost> browser_host_;
  std::unique_ptr<session::Session> session_;
  std::vector<std::byte> batch_;
};

DiagnosticList check(const std::string& source) {
  val list = val::array();
  for (const session::Diagnostic& diagnostic : session::check(source)) {
    val row = val::object();
    row.set("line", diagnostic.line);
    row.set("column", diagnostic.column);
    row.set("endLine", diagnostic.end_line);
    row.set("endColumn", diagnostic.end_column);
    row.set("message", diagnostic.message);
    list.call<void>("push", row);
  }
  return DiagnosticList(list);
}

ProgramList programs(const std::string& source) {
  val list = val::array();
  for (const session::ScenarioProgram& program : session::split_scenario(source).programs) {
    val row = val::object();
    row.set("label", program.label);
    row.set("firstLine", program.first_line);
    row.set("lastLine", program.last_line);
    row.set("usesAsyncio", program.uses_asyncio);
    list.call<void>("push", row);
  }
  return ProgramList(list);
}

double memory_bytes() { return static_cast<double>(__builtin_wasm_memory_size(0)) * 65'536.0; }

}  // namespace

EMSCRIPTEN_BINDINGS(loopscope) {
  emscripten::register_type<RequestPort>("object");
  emscripten::register_type<TraceBytes>("Uint8Array | null");
  emscripten::register_type<DiagnosticList>(
      "{ line: number; column: number; endLine: number; endColumn: number; message: string }[]");
  emscripten::register_type<ProgramList>(
      "{ label: string; firstLine: number; lastLine: number; usesAsyncio: boolean }[]");

  emscripten::value_object<RunSettings>("RunSettings")
      .field("virtualClock", &RunSettings::virtual_clock)
      .field("internet", &RunSettings::internet)
      .field("throughServiceWorker", &RunSettings::through_service_worker)
      .field("blocking", &RunSettings::blocking)
      .field("seed", &RunSettings::seed)
      .field("cpuNs", &RunSettings::cpu_ns)
      .field("fileName", &RunSettings::file_name)
      .field("timeLimitUs", &RunSettings::time_limit_us)
      .field("unixStartUs", &RunSettings::unix_start_us)
      .field("utcOffsetSeconds", &RunSettings::utc_offset_seconds);

  emscripten::class_<ProgramRun>("ProgramRun")
      .constructor<const std::string&, int, const RunSettings&, const RequestPort&>()
      .function("pump", &ProgramRun::pump)
      .function("wakeupMs", &ProgramRun::wakeup_ms)
      .function("drainTrace", &ProgramRun::drain_trace)
      .function("complete", &ProgramRun::complete)
      .function("fail", &ProgramRun::fail)
      .function("stop", &ProgramRun::stop)
      .function("report", &ProgramRun::report);

  emscripten::function("memoryBytes", &memory_bytes);
  emscripten::function("check", &check);
  emscripten::function("programs", &programs);
}

}  // namespace loopscope::wasm
