// The desk of the engine that has one. The pages' families find on it what their services work with.
#pragma once

#include "platform/clock.h"
#include "platform/cryptography.h"
#include "platform/event_loop.h"
#include "platform/exclusive_lock.h"
#include "platform/http_client.h"
#include "platform/record_store.h"
#include "platform/secure_random.h"
#include "platform/timer.h"
#include "portal/desk.h"
#include "portal/page_content.h"
#include "services/apply/application.h"

namespace stadttor::portal {

// All of them outlive the desk.
struct DeskPorts {
  platform::HttpClient& http;
  platform::Clock& clock;
  platform::RecordStore& records;  // of this device
  platform::Cryptography& cryptography;
  platform::SecureRandom& random;
  platform::EventLoop& loop;
  platform::Timer& timer;
  platform::ExclusiveLock& locks;
};

class CitizensDesk : public Desk {
 public:
  // A blank one.
  CitizensDesk() = default;
  explicit CitizensDesk(const DeskPorts& ports) : ports_(ports) {}

  void when_changed(std::function<void()> changed) override { changed_ = std::move(changed); }
  void note_use() override {}
  void set_offline(bool) override {}
  bool holds_unkept_answers() const override { return applications.hold_answers(); }

  services::apply::Applications applications;

 private:
  std::optional<DeskPorts> ports_;
  std::function<void()> changed_;
};

// Every state of a page at the desk has one.
inline CitizensDesk& desk_of(PageState& state) { return static_cast<CitizensDesk&>(*state.desk); }
inline const CitizensDesk& desk_of(const PageState& state) { return static_cast<const CitizensDesk&>(*state.desk); }

}  // namespace stadttor::portal
