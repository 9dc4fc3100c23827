#include "programs/city/authority/sessions.h"

#include "protocols/jose/base64url.h"

namespace stadttor::city_server::authority {
namespace {

constexpr platform::Instant kIdle = 30 * 60 * 1000;             // milliseconds
constexpr platform::Instant kLongest = 10LL * 60 * 60 * 1000;   // a working day; then the password is asked for again
constexpr std::size_t kSecretSize = 32;

bool has_ended(const Session& session, platform::Instant now) {
  return session.last_used + kIdle <= now || session.began + kLongest <= now;
}

}  // namespace

Result<std::string> Sessions::begin(const std::string& clerk, const std::string& account_mark, platform::Instant now) {
  TRY_ASSIGN(const std::string cookie_bytes, random_.bytes(kSecretSize));
  TRY_ASSIGN(const std::string token_bytes, random_.bytes(kSecretSize));
  const std::string cookie = protocols::jose::base64url_from_bytes(cookie_bytes);
  const std::lock_guard lock(mutex_);
  for (auto at = sessions_.begin(); at != sessions_.end();) at = has_ended(at->second, now) ? sessions_.erase(at) : std::next(at);
  sessions_[cookie] = {clerk, account_mark, protocols::jose::base64url_from_bytes(token_bytes), now, now};
  return cookie;
}

std::optional<Session> Sessions::find(std::string_view cookie, platform::Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(cookie);
  if (found == sessions_.end()) return std::nullopt;
  if (has_ended(found->second, now)) {
    sessions_.erase(found);
    return std::nullopt;
  }
  found->second.last_used = now;
  return found->second;
}

void Sessions::end(std::string_view cookie) {
  const std::lock_guard lock(mutex_);
  if (const auto found = sessions_.find(cookie); found != sessions_.end()) sessions_.erase(found);
}

}  // namespace stadttor::city_server::authority
