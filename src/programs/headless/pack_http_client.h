// Answers requests from packs in memory, as a city server would over the network. Answers come from poll(), never from
// inside send().
#pragma once

#include <map>
#include <string>
#include <vector>

#include "platform/http_client.h"

namespace stadttor::headless {

class PackHttpClient : public platform::HttpClient {
 public:
  // `files`: path without leading slash -> content.
  explicit PackHttpClient(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  std::unique_ptr<platform::RequestHandle> send(platform::HttpRequest request, platform::HttpCallback callback) override;

  // Answers what was asked for so far; true if there was something.
  bool poll();

  // For tests: what the city answers from now on.
  std::map<std::string, std::string>& files() { return files_; }
  void set_unreachable(bool is_unreachable) { is_unreachable_ = is_unreachable; }
  const std::vector<std::string>& requested() const { return requested_; }

 private:
  struct Waiting {
    platform::HttpRequest request;
    platform::HttpCallback callback;
    std::shared_ptr<bool> is_cancelled;
  };
  std::map<std::string, std::string> files_;
  std::vector<Waiting> waiting_;
  std::vector<std::string> requested_;
  bool is_unreachable_ = false;
};

}  // namespace stadttor::headless
