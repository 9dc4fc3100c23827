#include "programs/headless/pack_http_client.h"

namespace stadttor::headless {

namespace {

class Handle : public platform::RequestHandle {
 public:
  explicit Handle(std::shared_ptr<bool> is_cancelled) : is_cancelled_(std::move(is_cancelled)) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() override { *is_cancelled_ = true; }

 private:
  std::shared_ptr<bool> is_cancelled_;
};

}  // namespace

std::unique_ptr<platform::RequestHandle> PackHttpClient::send(platform::HttpRequest request, platform::HttpCallback callback) {
  auto is_cancelled = std::make_shared<bool>(false);
  requested_.push_back(request.url);
  waiting_.push_back({std::move(request), std::move(callback), is_cancelled});
  return std::make_unique<Handle>(is_cancelled);
}

bool PackHttpClient::poll() {
  const auto batch = std::exchange(waiting_, {});
  for (const Waiting& waiting : batch) {
    if (*waiting.is_cancelled) continue;
    const std::string& url = waiting.request.url;
    if (is_unreachable_) {
      waiting.callback(Error{ErrorKind::NetworkUnreachable, url, "no network", NextStep::TryAgain});
      continue;
    }
    const auto found = files_.find(url.substr(url.find_first_not_of('/')));
    platform::HttpResponse response;
    response.status = found == files_.end() ? 404 : 200;
    if (found != files_.end()) response.body = found->second;
    waiting.callback(std::move(response));
  }
  return !batch.empty();
}

}  // namespace stadttor::headless
