// HttpClient over libcurl's multi interface: no threads, answers come from poll(). Certificate checks stay on.
#pragma once

#include <memory>
#include <string>

#include "platform/http_client.h"

namespace stadttor::platform {

class NativeHttpClient : public HttpClient {
 public:
  // Put before URLs that are paths: "http://localhost:8080".
  explicit NativeHttpClient(std::string origin);
  ~NativeHttpClient() override;

  std::unique_ptr<RequestHandle> send(HttpRequest request, HttpCallback callback) override;

  // Waits at most `milliseconds` for something to happen and calls the callbacks of what has ended; false when nothing
  // is under way.
  bool poll(int milliseconds);

 private:
  struct Transfers;
  std::shared_ptr<Transfers> transfers_;
};

}  // namespace stadttor::platform
