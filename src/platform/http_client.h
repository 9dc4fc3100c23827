// Requests over HTTP, cancellable, without blocking. Time-outs, retries and Retry-After are policy above it. A transport
// failure is an Error; an HTTP status of any kind is a response.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "foundation/result.h"

namespace stadttor::platform {

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

struct HttpResponse {
  int status = 0;
  std::string body;
  std::string retry_after;  // the header of that name, as it is
};

using HttpCallback = std::function<void(Result<HttpResponse>)>;

// Destroying it cancels the request; its callback is then never called.
class RequestHandle {
 public:
  virtual ~RequestHandle() = default;
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  // The callback runs on the calling thread, once, and never inside send().
  virtual std::unique_ptr<RequestHandle> send(HttpRequest request, HttpCallback callback) = 0;
};

}  // namespace stadttor::platform
