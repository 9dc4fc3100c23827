// The calls of a client that are under way. Once this is gone, none of them answers: a client keeps one and gets silence for free.
#pragma once

#include <memory>
#include <string>

#include "platform/http_client.h"

namespace stadttor::protocols {

class OpenCalls {
 public:
  // `base` is put before paths, without a slash at its end.
  OpenCalls(platform::HttpClient& http, std::string base);
  ~OpenCalls();
  OpenCalls(const OpenCalls&) = delete;
  OpenCalls& operator=(const OpenCalls&) = delete;

  // `request.url` is a path.
  void send(platform::HttpRequest request, platform::HttpCallback received);

 private:
  struct Calls;
  std::shared_ptr<Calls> calls_;
};

// Ids of packs and answers go into addresses: what would be read as another path, or is no id, is refused.
bool is_path_part(const std::string& id);

}  // namespace stadttor::protocols
