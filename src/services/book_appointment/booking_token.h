// The token that some offices want before they tell times or reserve one: gained by a proof of work that nobody sees, kept for as long as
// it is good, and gained anew in the middle of a booking.
#pragma once

#include "platform/clock.h"
#include "protocols/zms/booking_client.h"

namespace stadttor::services::book_appointment {

class AccessToken {
 public:
  AccessToken(protocols::zms::BookingClient& client, platform::Cryptography& cryptography, platform::Clock& clock)
      : client_(client), cryptography_(cryptography), clock_(clock), life_(std::make_shared<char>()) {}

  // Answers at once where there is a good one.
  void get(protocols::zms::BookingAnswer<std::string> answer);
  void forget() { token_.clear(); }
  // The server has sent a newer one.
  void renew(std::string token);

 private:
  void solve(const protocols::zms::Challenge& challenge, protocols::zms::BookingAnswer<std::string> answer);

  protocols::zms::BookingClient& client_;
  platform::Cryptography& cryptography_;
  platform::Clock& clock_;
  std::shared_ptr<char> life_;
  std::string token_;
  platform::Instant good_until_ = 0;
};

}  // namespace stadttor::services::book_appointment
