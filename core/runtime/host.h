// Host: everything that core asks of the world: the clock, one re-armed wakeup, requests, output, entropy.
// Core knows no browser and no operating system. Not for: implementations, see core/host/ (virtual, native)
// and wasm/ (browser).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopscope::runtime {

// All times of core: whole microseconds since the start of the run.
using Microseconds = std::chrono::duration<std::int64_t, std::micro>;

enum class OutputStream : std::uint8_t { Stdout = 1, Stderr = 2 };

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method = {};  // upper case
  std::string url = {};     // absolute, http or https, already with its query
  HeaderList headers = {};
  std::string body = {};
  // Whose kept connections serve it (a requests.Session, an aiohttp.ClientSession): counted from 1. 0: a
  // connection of its own.
  std::uint32_t connection_pool = 0;
};

struct HttpResponse {
  int status = 0;
  std::string reason = {};
  std::string url = {};  // after redirects
  HeaderList headers = {};
  std::string body = {};
};

struct HttpError {
  enum class Kind : std::uint8_t { BadUrl, UnknownHost, Refused, Aborted, Forbidden, Broken };
  Kind kind = Kind::Broken;
  std::string message = {};  // says what to do
};

using HttpRequestId = std::uint32_t;  // counts up from 1 within a run

// Receives what a request came to. Must outlive the request or abort it.
class HttpObserver {
 public:
  // Called once, only inside Host::poll, never inside start_request. Must not call the host's poll or
  // idle_until.
  virtual void on_http_done(HttpRequestId id, std::expected<HttpResponse, HttpError> outcome) = 0;

 protected:
  ~HttpObserver() = default;
};

// One host serves one run, on one thread. The host queues completions and hands them over in poll(); it never
// enters the event loop by itself.
class Host {
 public:
  virtual ~Host() = default;

  // The clock, as the event loop reads it. Free of cost: a virtual clock stands still.
  virtual Microseconds now() = 0;
  // The clock, as a script reads it (time.time, monotonic, perf_counter). From the 1,001st reading without a
  // turn or a sleep in between on, a virtual clock moves by 1 us for each, so that a script which spins on
  // the clock ends.
  virtual Microseconds read_clock() = 0;
  // The event loop ended a turn (CPython: one `_run_once`). A virtual clock moves by 1 us.
  virtual void turn_ended() = 0;
  // Instructions of the script took this long, as the setting `cpu` says. Only a virtual clock moves.
  virtual void spend(std::chrono::nanoseconds computing) = 0;

  // Nothing is ready before `deadline` (nullopt: no timer at all). A virtual host jumps to the deadline or to
  // its next completion, whichever is first; a native one blocks until then; both return true: poll, and look
  // at the clock again. A browser host arms its one wakeup in place of the last, and returns false: give the
  // thread back, pump() is called when it is time. Where there is neither a deadline nor a request under way,
  // every host returns false at once: nothing can go on.
  virtual bool idle_until(std::optional<Microseconds> deadline) = 0;
  // Hands queued completions to their observers, in the order in which they came.
  virtual void poll() = 0;
  // The slice of the running pump is used up (a few milliseconds of the real clock, on every clock). Asked
  // every few thousand instructions or few hundred loop steps; a host that may run for ever answers false.
  virtual bool slice_over() = 0;

  // Starts a request; its outcome comes through `observer`. A malformed URL is an outcome, too.
  virtual HttpRequestId start_request(const HttpRequest& request, HttpObserver& observer) = 0;
  // Forgets the request: its observer hears nothing more. Unknown ids are passed over.
  virtual void abort_request(HttpRequestId id) = 0;
  // Closes the kept connections of a pool.
  virtual void close_connections(std::uint32_t connection_pool) = 0;
  virtual std::size_t requests_under_way() const = 0;

  // Text of the script, UTF-8, in pieces of any size.
  virtual void write(OutputStream stream, std::string_view text) = 0;
  // Random bytes for `random` and `uuid` of a script that does not seed them: from the setting `seed` under
  // the virtual clock.
  virtual void fill_entropy(std::span<std::byte> bytes) = 0;
};

}  // namespace loopscope::runtime
