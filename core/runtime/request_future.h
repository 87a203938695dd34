// RequestFuture: one HTTP request under way, as a future. Not for: awaiting it from C++ (fetch.h), nor for
// blocking requests.
#pragma once

#include "core/runtime/event_loop.h"
#include "core/runtime/value_slot.h"

namespace loopscope::runtime {

// Details of a failed request, as the payload of an Error of kind Network.
class HttpErrorPayload final : public ErrorPayload {
 public:
  explicit HttpErrorPayload(HttpError error) : error_(std::move(error)) {}
  void retain() override { ++references_; }
  void release() override {
    if (--references_ == 0) delete this;
  }
  std::string message() const override { return error_.message; }
  const HttpError& http_error() const { return error_; }

 private:
  ~HttpErrorPayload() = default;
  HttpError error_;
  std::uint32_t references_ = 1;
};

// Done inside Host::poll, when the answer is complete. It lives until then, whoever else holds it. An answer
// of any status is a value; only what gave no answer is an error (kind Network). Cancelling aborts the
// request.
class RequestFuture final : public FutureBase,
                            public ValueSlot<HttpResponse>,
                            private HttpObserver,
                            private LoopMember {
 public:
  // `line`: where it was asked for, for the trace.
  static Ref<RequestFuture> start(EventLoop& loop, const HttpRequest& request, std::uint32_t line = 0);

  HttpRequestId request_id() const { return id_; }
  // Of a request that has ended well; it may be moved out of.
  HttpResponse& response() { return *value; }

  bool cancel(Ref<ErrorPayload> message = {}) override;
  void describe_wait(WaitDescription& out) const override;

 private:
  explicit RequestFuture(EventLoop& loop) : FutureBase(loop), LoopMember(loop) {
    set_wait_kind(trace::WaitKind::Network);
  }
  ~RequestFuture() override = default;
  void on_http_done(HttpRequestId id, std::expected<HttpResponse, HttpError> outcome) override;
  void abandon_member() override;
  void ended(int status, std::size_t bytes);

  HttpRequestId id_ = 0;
  bool under_way_ = false;  // then it owns a reference of itself
};

}  // namespace loopscope::runtime
