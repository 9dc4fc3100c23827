// The formats of JSON Schema that are checked where that is asked for; all others are only annotations.
#pragma once

#include <string_view>

namespace stadttor::forms {

enum class SchemaFormat : unsigned char {
  Unknown, Date, Time, DateTime, Duration, Email, Uri, UriReference, Uuid, IpV4, JsonPointer, RelativeJsonPointer, Regex,
};

SchemaFormat schema_format_from(std::string_view name);
bool has_format(std::string_view text, SchemaFormat format);

}  // namespace stadttor::forms
