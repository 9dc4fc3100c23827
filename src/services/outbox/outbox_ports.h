// What every outbox needs from outside: of applications (send_application) and of reports (report_defect).
#pragma once

#include <functional>

#include "platform/clock.h"
#include "platform/cryptography.h"
#include "platform/event_loop.h"
#include "platform/exclusive_lock.h"
#include "platform/http_client.h"
#include "platform/secure_random.h"
#include "platform/timer.h"
#include "vault/vault.h"

namespace stadttor::services::outbox {

// All of them outlive the outbox and every answer.
struct OutboxPorts {
  // The open vault, null where none is. While it is another one than open() found, nothing is done.
  std::function<vault::Vault*()> find_vault;
  platform::HttpClient& http;
  platform::Cryptography& cryptography;
  platform::Clock& clock;
  platform::SecureRandom& random;
  platform::ExclusiveLock& locks;
  platform::Timer& timer;
  platform::EventLoop& loop;
};

// OnDevice: outlives the visit, and other tabs see it too. ThisVisit: gone with this tab.
enum class KeptWhere : unsigned char { ThisVisit, OnDevice };

}  // namespace stadttor::services::outbox
