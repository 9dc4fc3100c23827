// Writes what the GeoReport server says in either of its formats, the counterpart of protocols/open311/message: in JSON lists stand bare, in
// XML each has its plural wrapper (GeoReport v2, "JSON and XML conversion").
#pragma once

#include <string>
#include <string_view>

#include "foundation/json.h"
#include "protocols/open311/message.h"

namespace stadttor::city_server::open311 {

using protocols::open311::Format;

std::string_view media_type_of(Format format);

// `root` names the XML's outermost element ("service_requests"); JSON has none.
std::string text_from_message(Format format, const JsonValue& message, std::string_view root);

}  // namespace stadttor::city_server::open311
