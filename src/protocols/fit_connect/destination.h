// Where an application goes: a FIT-Connect destination (Zustellpunkt), the key it is encrypted for, and what it takes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/json_reader.h"

namespace stadttor::protocols::fit_connect {

// A schema of the application's data, with the media type it is sent as: application/json or application/xml.
struct SubmissionSchema {
  std::string uri;
  std::string media_type;
};

struct DestinationService {
  std::string identifier;  // "urn:de:fim:leika:leistung:99..."
  std::vector<std::string> regions;
  std::vector<SubmissionSchema> schemas;
};

enum class DestinationStatus : unsigned char { Created, Active, Inactive, Decommissioned };

struct Destination {
  std::string id;
  DestinationStatus status = DestinationStatus::Created;
  std::string encryption_key_id;
  std::vector<std::string> metadata_versions;  // empty in v2
  std::vector<DestinationService> services;
  bool has_reply_channel = false;  // it can answer over FIT-Connect, encrypted for a key the application brings
};

// PublicDestination of v1.1.3, or of v2, where services are called publicServices.
Result<Destination> parse_destination(std::string_view json, std::string where);

// May an application for this service be sent there now, as `media_type`? The schema it has to follow.
Result<SubmissionSchema> find_schema(const Destination& destination, std::string_view service, std::string_view media_type);

// RFC 9562 in lower case, the only form ids are compared in.
bool is_uuid(std::string_view text);
// Version 4 from 16 random bytes.
std::string uuid_from_random(std::string_view bytes);

}  // namespace stadttor::protocols::fit_connect
