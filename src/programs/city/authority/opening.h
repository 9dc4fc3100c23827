// Opens a received application with the authority's own key and holds everything against everything: tags against what the
// delivery service has signed, hashes against the metadata, the data against the form's schema. What is found wrong is told, and
// what can be read is shown all the same: the clerk decides.
#pragma once

#include <string>
#include <vector>

#include "foundation/json.h"
#include "platform/cryptography.h"
#include "programs/city/authority/form_shelf.h"
#include "programs/city/authority/inbox_records.h"
#include "programs/city/authority/problem_types.h"
#include "programs/city/authority/received_metadata.h"

namespace stadttor::city_server::authority {

// What is wrong, as FIT-Connect names it, and where: "metadata", "data" or "attachment:<id>".
struct Finding {
  ProblemType type;
  std::string instance;
  std::string pointer;  // RFC 6901, into the data; may be empty
};

struct OpenedAttachment {
  std::string id;
  std::string file_name;
  std::string media_type;
  Personal<std::string> bytes;
  bool is_sound = false;  // opened, and is what the metadata says
};

struct OpenedApplication {
  ReceivedMetadata metadata;
  Personal<JsonValue> data;
  std::vector<OpenedAttachment> attachments;
  std::vector<Finding> findings;
  const forms::Definition* form = nullptr;  // lives as long as the shelf
};

// Only as long in memory as something is opened with it.
struct DecryptionKey {
  platform::RsaPrivateNumbers numbers;
  std::string key_id;
};

// An error only where the authority's own key cannot be used.
Result<OpenedApplication> open_application(const InboxApplication& application, DecryptionKey key, const FormShelf& shelf);

}  // namespace stadttor::city_server::authority
