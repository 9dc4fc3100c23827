#include "platform/web/http_client_web.h"

#include <emscripten/fetch.h>

#include <cstring>
#include <string_view>

namespace stadttor::platform {

namespace {

// Lives until the browser has ended the fetch, however long the caller holds its handle.
struct Transfer {
  HttpRequest request;
  HttpCallback callback;
  std::vector<const char*> header_pointers;
  emscripten_fetch_t* fetch = nullptr;
  bool is_cancelled = false;
  bool has_ended = false;
};

class Handle : public RequestHandle {
 public:
  explicit Handle(std::shared_ptr<Transfer> transfer) : transfer_(std::move(transfer)) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() override {
    if (transfer_->has_ended) return;
    transfer_->is_cancelled = true;
    // Closing an unfinished fetch aborts it; the browser then reports it as failed, which ended() takes note of.
    if (transfer_->fetch != nullptr) emscripten_fetch_close(transfer_->fetch);
  }

 private:
  std::shared_ptr<Transfer> transfer_;
};

// Asked for only where it matters: headers are one text for all of them.
std::string retry_after_of(emscripten_fetch_t* fetch) {
  std::string headers(emscripten_fetch_get_response_headers_length(fetch) + 1, '\0');
  emscripten_fetch_get_response_headers(fetch, headers.data(), headers.size());
  // Browsers write names in lower case.
  constexpr std::string_view kName = "retry-after: ";
  const std::size_t found = headers.find(kName);
  if (found == std::string::npos) return {};
  const std::size_t begin = found + kName.size();
  return headers.substr(begin, headers.find_first_of("\r\n", begin) - begin);
}

void ended(emscripten_fetch_t* fetch) {
  const std::unique_ptr<std::shared_ptr<Transfer>> owner(static_cast<std::shared_ptr<Transfer>*>(fetch->userData));
  if (!owner) return;
  fetch->userData = nullptr;
  const std::shared_ptr<Transfer> transfer = *owner;
  transfer->has_ended = true;
  if (transfer->is_cancelled) return;
  HttpResponse response;
  response.status = fetch->status;
  if (fetch->data != nullptr && fetch->numBytes > 0) response.body.assign(fetch->data, static_cast<std::size_t>(fetch->numBytes));
  if (response.status == 429 || response.status == 503) response.retry_after = retry_after_of(fetch);
  // Closed on success and on failure, or the answer would stay in memory.
  emscripten_fetch_close(fetch);
  if (response.status == 0) {
    transfer->callback(Error{ErrorKind::NetworkUnreachable, transfer->request.url, "no answer", NextStep::TryAgain});
  } else {
    transfer->callback(std::move(response));
  }
}

}  // namespace

std::unique_ptr<RequestHandle> WebHttpClient::send(HttpRequest request, HttpCallback callback) {
  auto transfer = std::make_shared<Transfer>();
  transfer->request = std::move(request);
  transfer->callback = std::move(callback);
  for (const auto& [name, value] : transfer->request.headers) {
    transfer->header_pointers.push_back(name.c_str());
    transfer->header_pointers.push_back(value.c_str());
  }
  transfer->header_pointers.push_back(nullptr);

  emscripten_fetch_attr_t attributes;
  emscripten_fetch_attr_init(&attributes);
  std::strncpy(attributes.requestMethod, transfer->request.method.c_str(), sizeof attributes.requestMethod - 1);
  attributes.attributes = EMSCRIPTEN_FETCH_LOAD_TO_MEMORY;
  attributes.requestHeaders = transfer->header_pointers.data();
  if (!transfer->request.body.empty()) {
    attributes.requestData = transfer->request.body.data();
    attributes.requestDataSize = transfer->request.body.size();
  }
  attributes.onsuccess = ended;
  attributes.onerror = ended;
  attributes.userData = new std::shared_ptr<Transfer>(transfer);
  transfer->fetch = emscripten_fetch(&attributes, transfer->request.url.c_str());
  return std::make_unique<Handle>(transfer);
}

}  // namespace stadttor::platform
