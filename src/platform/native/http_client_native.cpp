#include "platform/native/http_client_native.h"

#include <curl/curl.h>

#include <list>

namespace stadttor::platform {

namespace {

struct Transfer {
  CURL* easy = nullptr;
  curl_slist* headers = nullptr;
  HttpRequest request;
  HttpResponse response;
  HttpCallback callback;
  bool is_cancelled = false;
};

std::size_t append_body(char* bytes, std::size_t size, std::size_t count, void* transfer) {
  // A city's packs are small; more than this is not one.
  constexpr std::size_t kBodyLimit = 64U << 20U;
  std::string& body = static_cast<Transfer*>(transfer)->response.body;
  if (body.size() + size * count > kBodyLimit) return 0;
  body.append(bytes, size * count);
  return size * count;
}

std::size_t keep_header(char* bytes, std::size_t size, std::size_t count, void* transfer) {
  std::string line(bytes, size * count);
  const std::size_t colon = line.find(':');
  const std::string name = line.substr(0, colon);
  if (colon != std::string::npos && curl_strequal(name.c_str(), "retry-after") != 0) {
    const std::size_t begin = line.find_first_not_of(' ', colon + 1);
    const std::size_t end = line.find_last_not_of(" \r\n");
    if (begin <= end) static_cast<Transfer*>(transfer)->response.retry_after = line.substr(begin, end - begin + 1);
  }
  return size * count;
}

Error error_from_curl(CURLcode code, const std::string& url) {
  const ErrorKind kind = code == CURLE_OPERATION_TIMEDOUT ? ErrorKind::TimedOut : ErrorKind::NetworkUnreachable;
  return {kind, url, curl_easy_strerror(code), NextStep::TryAgain};
}

}  // namespace

struct NativeHttpClient::Transfers {
  std::string origin;
  CURLM* multi = curl_multi_init();
  std::list<std::shared_ptr<Transfer>> running;

  void release(Transfer& transfer) const {
    curl_multi_remove_handle(multi, transfer.easy);
    curl_easy_cleanup(transfer.easy);
    curl_slist_free_all(transfer.headers);
  }
};

namespace {

class Handle : public RequestHandle {
 public:
  explicit Handle(std::shared_ptr<Transfer> transfer) : transfer_(std::move(transfer)) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() override { transfer_->is_cancelled = true; }

 private:
  std::shared_ptr<Transfer> transfer_;
};

}  // namespace

NativeHttpClient::NativeHttpClient(std::string origin) : transfers_(std::make_shared<Transfers>()) {
  transfers_->origin = std::move(origin);
}

NativeHttpClient::~NativeHttpClient() {
  for (const auto& transfer : transfers_->running) transfers_->release(*transfer);
  curl_multi_cleanup(transfers_->multi);
}

std::unique_ptr<RequestHandle> NativeHttpClient::send(HttpRequest request, HttpCallback callback) {
  auto transfer = std::make_shared<Transfer>();
  transfer->request = std::move(request);
  transfer->callback = std::move(callback);
  transfer->easy = curl_easy_init();
  const std::string& url = transfer->request.url;
  curl_easy_setopt(transfer->easy, CURLOPT_URL, (url[0] == '/' ? transfers_->origin + url : url).c_str());
  curl_easy_setopt(transfer->easy, CURLOPT_CUSTOMREQUEST, transfer->request.method.c_str());
  curl_easy_setopt(transfer->easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(transfer->easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(transfer->easy, CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
  for (const auto& [name, value] : transfer->request.headers) {
    transfer->headers = curl_slist_append(transfer->headers, (name + ": " + value).c_str());
  }
  curl_easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, transfer->headers);
  if (!transfer->request.body.empty()) {
    curl_easy_setopt(transfer->easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(transfer->request.body.size()));
    curl_easy_setopt(transfer->easy, CURLOPT_POSTFIELDS, transfer->request.body.data());
  }
  curl_easy_setopt(transfer->easy, CURLOPT_WRITEFUNCTION, append_body);
  curl_easy_setopt(transfer->easy, CURLOPT_WRITEDATA, transfer.get());
  curl_easy_setopt(transfer->easy, CURLOPT_HEADERFUNCTION, keep_header);
  curl_easy_setopt(transfer->easy, CURLOPT_HEADERDATA, transfer.get());
  curl_multi_add_handle(transfers_->multi, transfer->easy);
  transfers_->running.push_back(transfer);
  return std::make_unique<Handle>(transfer);
}

bool NativeHttpClient::poll(int milliseconds) {
  if (transfers_->running.empty()) return false;
  int still_running = 0;
  curl_multi_perform(transfers_->multi, &still_running);
  curl_multi_poll(transfers_->multi, nullptr, 0, milliseconds, nullptr);
  curl_multi_perform(transfers_->multi, &still_running);
  int left = 0;
  while (CURLMsg* message = curl_multi_info_read(transfers_->multi, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    for (auto at = transfers_->running.begin(); at != transfers_->running.end(); ++at) {
      if ((*at)->easy != message->easy_handle) continue;
      const std::shared_ptr<Transfer> transfer = *at;
      transfers_->running.erase(at);
      long status = 0;
      curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
      transfers_->release(*transfer);
      transfer->response.status = static_cast<int>(status);
      if (transfer->is_cancelled) break;
      if (code == CURLE_OK) {
        transfer->callback(std::move(transfer->response));
      } else {
        transfer->callback(error_from_curl(code, transfer->request.url));
      }
      break;
    }
  }
  return true;
}

}  // namespace stadttor::platform
