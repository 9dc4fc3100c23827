#include "services/send_application/gateway_transport.h"

#include "protocols/fit_connect/event_verification.h"

namespace stadttor::services::send_application {

using protocols::fit_connect::AnnouncedSubmission;
using protocols::fit_connect::EventExpectation;
using protocols::fit_connect::RetryAdvice;
using protocols::fit_connect::SecurityEvent;

void GatewayTransport::announce(const Delivery& delivery, Answer<AnnouncedSubmission> answer) {
  client_.announce(delivery.content->announcement, std::move(answer));
}

void GatewayTransport::put_attachment(const Delivery& delivery, std::size_t at, Answer<Done> answer) {
  const auto& attachment = delivery.content->parts.attachments[at];
  client_.put_attachment(delivery.announced.submission_id, attachment.id, attachment.jwe, std::move(answer));
}

void GatewayTransport::submit(const Delivery& delivery, Answer<Done> answer) {
  const auto& parts = delivery.content->parts;
  client_.submit(delivery.announced.submission_id, parts.metadata, parts.data, std::move(answer));
}

void GatewayTransport::request_events(const Delivery& delivery, Answer<std::vector<SecurityEvent>> answer) {
  EventExpectation expected{delivery.announced, delivery.content->announcement.destination_id, service_issuer_, delivery.content->parts.tags};
  client_.request_events(delivery.announced, [this, expected, answer = std::move(answer)](Result<std::vector<std::string>> tokens, RetryAdvice advice) {
    if (!tokens.ok()) return answer(tokens.error(), advice);
    verify_events(cryptography_, client_, expected, std::move(tokens).value(), answer);
  });
}

}  // namespace stadttor::services::send_application
