// An HttpClient that answers what a test has written down, later, and keeps what was asked.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "platform/event_loop.h"
#include "platform/http_client.h"

namespace stadttor::testing {

class ScriptedHttp : public platform::HttpClient {
 public:
  using Script = std::function<Result<platform::HttpResponse>(const platform::HttpRequest&)>;

  ScriptedHttp(platform::EventLoop& loop, Script script) : loop_(loop), script_(std::move(script)) {}

  std::unique_ptr<platform::RequestHandle> send(platform::HttpRequest request, platform::HttpCallback callback) override {
    auto is_cancelled = std::make_shared<bool>(false);
    requests.push_back(request);
    loop_.post([this, is_cancelled, request = std::move(request), callback = std::move(callback)] {
      if (!*is_cancelled) callback(script_(request));
    });
    return std::make_unique<Handle>(is_cancelled);
  }

  std::vector<platform::HttpRequest> requests;

 private:
  class Handle : public platform::RequestHandle {
   public:
    explicit Handle(std::shared_ptr<bool> is_cancelled) : is_cancelled_(std::move(is_cancelled)) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() override { *is_cancelled_ = true; }

   private:
    std::shared_ptr<bool> is_cancelled_;
  };

  platform::EventLoop& loop_;
  Script script_;
};

}  // namespace stadttor::testing
