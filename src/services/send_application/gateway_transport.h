// Deliveries over a municipality's gateway: the calls of FIT-Connect, and events only after every check.
#pragma once

#include "protocols/fit_connect/submission_client.h"
#include "services/send_application/courier.h"

namespace stadttor::services::send_application {

class GatewayTransport : public DeliveryTransport {
 public:
  // `service_issuer` is what the delivery service calls itself in events (iss).
  GatewayTransport(platform::Cryptography& cryptography, protocols::fit_connect::SubmissionClient& client, std::string service_issuer)
      : cryptography_(cryptography), client_(client), service_issuer_(std::move(service_issuer)) {}

  void announce(const Delivery& delivery, Answer<protocols::fit_connect::AnnouncedSubmission> answer) override;
  void put_attachment(const Delivery& delivery, std::size_t attachment, Answer<Done> answer) override;
  void submit(const Delivery& delivery, Answer<Done> answer) override;
  void request_events(const Delivery& delivery, Answer<std::vector<protocols::fit_connect::SecurityEvent>> answer) override;

 private:
  platform::Cryptography& cryptography_;
  protocols::fit_connect::SubmissionClient& client_;
  std::string service_issuer_;
};

}  // namespace stadttor::services::send_application
