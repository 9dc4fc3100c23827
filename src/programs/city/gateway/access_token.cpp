#include "programs/city/gateway/access_token.h"

#include "foundation/json_reader.h"
#include "programs/city/event_log.h"

namespace stadttor::city_server {
namespace {

// A token that runs out on its way would be refused.
constexpr std::int64_t kReserveSeconds = 60;

std::string form_encoded(const std::string& text) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      encoded.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded.append({'%', "0123456789ABCDEF"[byte >> 4U], "0123456789ABCDEF"[byte & 15U]});
    }
  }
  return encoded;
}

}  // namespace

std::string AccessToken::authorization() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!authorization_.empty() && now_() < renew_at_) return authorization_;
  authorization_.clear();
  const Answer answer = upstream_.request_token("grant_type=client_credentials&client_id=" + form_encoded(client_.client_id) +
                                                "&client_secret=" + form_encoded(client_.client_secret));
  Result<JsonDocument> document = JsonDocument::parse(answer.body, "token");
  if (answer.status != 200 || !document.ok()) {
    log_event(LogLevel::Failure, "gateway_got_no_token", {{"status", std::to_string(answer.status)}});
    return {};
  }
  JsonReader root = document.value().root();
  const std::string token = root.optional_text("access_token");
  if (token.empty()) return {};
  renew_at_ = now_() + static_cast<std::int64_t>(root.number_or("expires_in", 0)) - kReserveSeconds;
  authorization_ = "Bearer " + token;
  return authorization_;
}

void AccessToken::forget(const std::string& refused) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (authorization_ == refused) authorization_.clear();
}

}  // namespace stadttor::city_server
