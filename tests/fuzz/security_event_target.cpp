// Tokens of the event log, as they come and as a payload by itself: what is believed of them was expected.
#include "fuzz/fuzz_target.h"
#include "protocols/fit_connect/security_event.h"
#include "protocols/jose/json_web_signature.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace protocols;
  const auto token = jose::parse_jws(input);
  const std::string_view payload = token.ok() ? std::string_view(token.value().payload) : input;
  const auto event = fit_connect::parse_security_event(payload, token.ok() ? token.value().header.type : "secevent+jwt");
  if (!event.ok()) return;
  fit_connect::EventExpectation expected;
  expected.submission.submission_id = "1";
  expected.submission.case_id = "2";
  expected.destination_id = "authority";
  expected.service_issuer = "service";
  const Outcome outcome = fit_connect::check_event(event.value(), expected);
  if (!outcome.ok()) return;
  must(event.value().subject == "submission:1" && event.value().transaction == "case:2", "it is about what was sent");
  must(event.value().issuer == "authority" || event.value().issuer == "service", "and from somebody who may say it");
}
