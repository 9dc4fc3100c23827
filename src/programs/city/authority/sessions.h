// Who is logged in: in memory only, so a restart logs everybody out. A session ends half an hour after its last use.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "foundation/result.h"
#include "platform/clock.h"
#include "platform/secure_random.h"

namespace stadttor::city_server::authority {

struct Session {
  std::string clerk;
  std::string account_mark;  // of the account as it was at the login (clerk_accounts.h)
  std::string form_token;  // has to come with everything that is posted, so that no other site can post
  platform::Instant last_used = 0;
  platform::Instant began = 0;
};

class Sessions {
 public:
  explicit Sessions(platform::SecureRandom& random) : random_(random) {}

  // The cookie's value: 256 random bits in base64url.
  Result<std::string> begin(const std::string& clerk, const std::string& account_mark, platform::Instant now);
  // Counts as use. Nothing for what has ended or never was.
  std::optional<Session> find(std::string_view cookie, platform::Instant now);
  void end(std::string_view cookie);

 private:
  platform::SecureRandom& random_;
  std::mutex mutex_;
  std::map<std::string, Session, std::less<>> sessions_;
};

}  // namespace stadttor::city_server::authority
