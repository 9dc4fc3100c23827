// HttpClient over emscripten-fetch. Answers come from the browser's own events, on the one thread there is.
#pragma once

#include "platform/http_client.h"

namespace stadttor::platform {

class WebHttpClient : public HttpClient {
 public:
  std::unique_ptr<RequestHandle> send(HttpRequest request, HttpCallback callback) override;
};

}  // namespace stadttor::platform
