// What a citizen has handed over to be sent, before it is sealed: kept in the vault from the moment the button was pressed, replaced by a
// delivery as soon as the recipient's key has been checked. So nothing is lost where there is no network yet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kept_data/ledger.h"
#include "protocols/fit_connect/sealing.h"
#include "services/send_application/trouble.h"

namespace stadttor::services::send_application {

// Beside kDeliverySchema (delivery_record.h), by which the two are told apart in the outbox.
inline constexpr std::uint16_t kUnsealedSchema = 2;

struct UnsealedApplication {
  protocols::fit_connect::PlainSubmission plain;  // its schema is agreed upon when it is sealed
  std::string schema_uri;                         // the form's; may be empty
  std::string service;                            // "urn:de:fim:leika:leistung:99..."
  std::string service_name;
  std::string case_id;  // of what it belongs to at the delivery service; empty: a new case
  kept_data::LedgerEntry entry;  // all but number, previous, key and hashes, which sealing adds

  unsigned attempts = 0;
  std::int64_t not_before = 0;  // milliseconds since 1970
  Trouble trouble = Trouble::None;
  std::string refusal;     // for municipalities
};

Personal<std::string> json_from_unsealed(const UnsealedApplication& application);
Result<UnsealedApplication> parse_unsealed(const Personal<std::string>& json);

}  // namespace stadttor::services::send_application
