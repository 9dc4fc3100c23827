#include "protocols/open_calls.h"

#include <list>

namespace stadttor::protocols {

struct OpenCalls::Calls {
  platform::HttpClient& http;
  std::string base;
  std::list<std::unique_ptr<platform::RequestHandle>> open{};
};

OpenCalls::OpenCalls(platform::HttpClient& http, std::string base) : calls_(std::make_shared<Calls>(Calls{http, std::move(base)})) {}
OpenCalls::~OpenCalls() = default;

void OpenCalls::send(platform::HttpRequest request, platform::HttpCallback received) {
  request.url.insert(0, calls_->base);
  calls_->open.emplace_back();
  const auto place = std::prev(calls_->open.end());
  *place = calls_->http.send(std::move(request), [weak = std::weak_ptr<Calls>(calls_), place, received = std::move(received)](Result<platform::HttpResponse> response) {
    const auto calls = weak.lock();
    if (!calls) return;
    // Ends before it is told: whoever is told may let the whole client go.
    const std::unique_ptr<platform::RequestHandle> ended = std::move(*place);
    const platform::HttpCallback told = received;
    calls->open.erase(place);
    told(std::move(response));
  });
}

bool is_path_part(const std::string& id) {
  if (id.empty() || id.size() > 200 || id == "." || id == "..") return false;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f || c == '/' || c == '\\') return false;
  }
  return true;
}

}  // namespace stadttor::protocols
