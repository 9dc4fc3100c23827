// A report as the citizen has written it, and the form that carries it to the server (GeoReport v2, "POST Service Request"). All of it
// is the citizen's; only the body, made for the one call, has it in the open.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/personal.h"
#include "protocols/open311/requests.h"
#include "protocols/open311/services.h"

namespace stadttor::protocols::open311 {

struct AttributeAnswer {
  std::string code;
  Personal<std::vector<std::string>> values;  // several only where several can be chosen
};

// The standard has an address of a photo only; servers in Germany take the photo itself as a file "media".
struct Photo {
  std::string media_type;
  Personal<std::string> bytes;
};

// Anonymous unless the citizen gives a name or a way to answer.
struct Report {
  std::string service_code;
  std::optional<Personal<Position>> position;
  Personal<std::string> address;
  std::string address_id;
  std::vector<AttributeAnswer> attributes;
  Personal<std::string> description;  // at most 4000 characters
  std::string media_url;
  std::optional<Photo> photo;
  Personal<std::string> first_name, last_name, email, phone;
  // The same for each attempt. Servers that know "Idempotency-Key" (draft-ietf-httpapi-idempotency-key-header) take a report once; the others
  // pass over it.
  std::string post_key;
};

struct Access {
  std::string jurisdiction;  // empty where a server has only one
  std::string api_key;
};

// Before a report leaves, against the definition as it is now: lists change between reading and sending. CorrectInput with the
// attribute's code as the place.
Outcome check_report(const Report& report, const ServiceDefinition* definition);

// "foto.jpg": a name that says nothing about the citizen or the device.
std::string_view photo_name_of(std::string_view media_type);

// application/x-www-form-urlencoded, with a photo multipart/form-data (RFC 7578). The same report is the same bytes, however often.
struct PostedBody {
  std::string content_type;
  Personal<std::string> bytes;
};
PostedBody body_from_report(const Report& report, const Access& access);

}  // namespace stadttor::protocols::open311
