// The gateway's token for the Submission API (RFC 6749, 4.4): asked for when it is needed, kept while it holds, asked for again when
// it is refused. The secret behind it never leaves this program for a browser.
#pragma once

#include <mutex>
#include <string>

#include "programs/city/gateway/upstream.h"
#include "programs/city/keys/key_folder.h"
#include "programs/city/unix_clock.h"

namespace stadttor::city_server {

class AccessToken {
 public:
  AccessToken(Upstream& upstream, ClientCredentials client, UnixClock now) : upstream_(upstream), client_(std::move(client)), now_(std::move(now)) {}

  // "Bearer ..."; empty where none is to be had.
  std::string authorization();
  // This one was refused, though it should hold. Another thread may have got a new one meanwhile.
  void forget(const std::string& refused);

 private:
  Upstream& upstream_;
  ClientCredentials client_;
  UnixClock now_;
  std::mutex mutex_;
  std::string authorization_;
  std::int64_t renew_at_ = 0;
};

}  // namespace stadttor::city_server
