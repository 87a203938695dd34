// RequestFuture: from the host's answer to a value or an error. Not for: what answers, see core/host.
#include "core/runtime/request_future.h"

#include <utility>

namespace loopscope::runtime {

Ref<RequestFuture> RequestFuture::start(EventLoop& loop, const HttpRequest& request, std::uint32_t line) {
  Ref<RequestFuture> future(kAdopt, new RequestFuture(loop));
  future->retain();  // the request's own
  future->under_way_ = true;
  future->id_ = loop.host().start_request(request, *future);
  if (trace::Recorder* recorder = loop.recorder()) {
    loop.trace({.kind = trace::Kind::RequestBegin,
                .subject = future->id_,
                .object = loop.current_id(),
                .line = line,
                .value = recorder->intern(request.method + " " + request.url)});
  }
  return future;
}

void RequestFuture::ended(int status, std::size_t bytes) {
  under_way_ = false;
  leave_loop();
  loop().trace({.kind = trace::Kind::RequestEnd,
                .detail = static_cast<std::uint16_t>(status),
                .subject = id_,
                .value = bytes});
}

void RequestFuture::on_http_done(HttpRequestId /*id*/, std::expected<HttpResponse, HttpError> outcome) {
  const Ref<RequestFuture> keep(kAdopt, this);
  if (!outcome) {
    ended(0, 0);
    fail(Error(ErrorKind::Network,
               Ref<ErrorPayload>(kAdopt, new HttpErrorPayload(std::move(outcome.error())))));
    return;
  }
  put(std::move(*outcome));
  ended(value->status, value->body.size());
  finish();
}

bool RequestFuture::cancel(Ref<ErrorPayload> message) {
  const Ref<RequestFuture> keep(this);
  if (under_way_) {
    loop().host().abort_request(id_);
    ended(0, 0);
    release();
  }
  return FutureBase::cancel(std::move(message));
}

void RequestFuture::describe_wait(WaitDescription& out) const {
  out.kind = trace::WaitKind::Network;
  out.object = id_;
}

void RequestFuture::abandon_member() {
  under_way_ = false;
  loop().host().abort_request(id_);
  release();
}

}  // namespace loopscope::runtime
