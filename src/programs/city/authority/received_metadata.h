// The metadata of a received submission (schema 2.x): what it says it consists of, and how the citizen can be answered. Decrypted,
// not yet held against what really came.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/personal.h"
#include "protocols/fit_connect/metadata.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::city_server::authority {

struct ReceivedMetadata {
  std::string schema;
  std::string data_hash;
  protocols::fit_connect::SubmissionSchema data_schema;
  std::vector<protocols::fit_connect::AttachmentMetadata> attachments;
  Personal<std::string> reply_address;  // e-mail; empty: by post
  std::optional<protocols::jose::JsonWebKey> reply_key;  // through the delivery service; fit to encrypt for
  std::string application_date;
  std::string sender_reference;
};

// Whether the authority knows this version of the schema.
bool is_known_schema(std::string_view schema);

Result<ReceivedMetadata> parse_metadata(std::string_view json);

}  // namespace stadttor::city_server::authority
