// Carries one delivery as far as it goes now: does the next action, keeps what came of it, goes on. It can be stopped, by a crash, at
// any moment, and another one goes on from what was kept.
#pragma once

#include <functional>
#include <memory>

#include "platform/clock.h"
#include "platform/secure_random.h"
#include "protocols/fit_connect/submission_client.h"
#include "services/send_application/delivery.h"

namespace stadttor::services::send_application {

// How a delivery is kept. ChangedElsewhere where somebody else has kept another state of it since: that one is right.
class DeliveryStore {
 public:
  virtual ~DeliveryStore() = default;
  virtual void keep(const Delivery& delivery, Durability durability, platform::Callback<Done> callback) = 0;
};

// The delivery service, as far as a delivery needs it.
class DeliveryTransport {
 public:
  template <class Value>
  using Answer = protocols::fit_connect::Answer<Value>;

  virtual ~DeliveryTransport() = default;
  virtual void announce(const Delivery& delivery, Answer<protocols::fit_connect::AnnouncedSubmission> answer) = 0;
  virtual void put_attachment(const Delivery& delivery, std::size_t attachment, Answer<Done> answer) = 0;
  virtual void submit(const Delivery& delivery, Answer<Done> answer) = 0;
  // Verified, and about this delivery.
  virtual void request_events(const Delivery& delivery, Answer<std::vector<protocols::fit_connect::SecurityEvent>> answer) = 0;
};

struct CourierPorts {
  DeliveryStore& store;
  DeliveryTransport& transport;
  platform::Clock& clock;
  platform::SecureRandom& random;
};

enum class CourierStop : unsigned char {
  Waits,       // until Delivery::not_before
  Asked,       // it has been sent, and the event log has been looked at
  Over,        // accepted, rejected or stopped
  Superseded,  // another tab carries it: read it anew
  NotKept,     // the store failed; what is kept is still right
};

class Courier {
 public:
  // A delivery that was read from the store, or one that has just been kept as Ready.
  Courier(CourierPorts ports, Delivery delivery);
  ~Courier();
  Courier(const Courier&) = delete;
  Courier& operator=(const Courier&) = delete;

  // Once; the answer comes when nothing more can be done now.
  void carry(std::function<void(CourierStop)> callback);
  const Delivery& delivery() const;
  // Why it waits, or stopped: Tampered where an event confirms something else than was sent.
  const std::optional<Error>& last_failure() const;

 private:
  struct Journey;
  std::shared_ptr<Journey> journey_;
};

}  // namespace stadttor::services::send_application
