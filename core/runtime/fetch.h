// fetch: an HTTP request that a coroutine awaits. Not for: sessions and limits of connections; pools are
// numbers in HttpRequest.
#pragma once

#include "core/runtime/future.h"
#include "core/runtime/request_future.h"

namespace loopscope::runtime {

// Starts the request at once. The future is done inside Host::poll, when the answer is complete; who awaits
// it is resumed in the turn that polled. An answer of any status is a value; the error is Network, with an
// HttpErrorPayload, or Cancelled. Cancelling the future, or the task that awaits it, aborts the request.
//
//   Result<HttpResponse> page = co_await fetch(loop, {.method = "GET", .url = "https://example.com/"});
inline Future<HttpResponse> fetch(EventLoop& loop, const HttpRequest& request) {
  const Ref<RequestFuture> future = RequestFuture::start(loop, request);
  return Future<HttpResponse>(future, future.get());
}

}  // namespace loopscope::runtime
