#include "forms/schema/format_check.h"

#include <algorithm>

#include "forms/schema/pattern.h"
#include "foundation/calendar.h"

namespace stadttor::forms {

namespace {

// Those that are regular, as patterns (RFC 3339, 4122, 6901, 3986 ...); the rest of their rules stands below.
constexpr std::string_view kTime = "^([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([zZ]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$";
constexpr std::string_view kDuration = "^P(\\d+W|(\\d+Y(\\d+M(\\d+D)?)?|\\d+M(\\d+D)?|\\d+D)(T(\\d+H(\\d+M(\\d+S)?)?|\\d+M(\\d+S)?|\\d+S))?|T(\\d+H(\\d+M(\\d+S)?)?|\\d+M(\\d+S)?|\\d+S))$";
constexpr std::string_view kUuid = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
constexpr std::string_view kIpV4 = "^((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}$";
constexpr std::string_view kJsonPointer = "^(/([^~/]|~[01])*)*$";
constexpr std::string_view kRelativeJsonPointer = "^(0|[1-9]\\d*)(#|(/([^~/]|~[01])*)*)$";
constexpr std::string_view kEmail =
    "^([\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*|\"([^\"\\\\\\r\\n]|\\\\.)+\")@([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*"
    "|\\[((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!\\])|(?=\\]))){4}\\]|\\[IPv6:[0-9a-fA-F:.]+\\])$";
// [user@]host[:port] and what may follow; a host in brackets is an IPv6 address.
constexpr std::string_view kUriReference =
    "^([a-zA-Z][a-zA-Z0-9+.-]*:|(?![^/?#]*:))(//(([\\w.~!$&'()*+,;=:-]|%[0-9a-fA-F]{2})*@)?(\\[[0-9a-fA-F:.]+\\]|([\\w.~!$&'()*+,;=-]|%[0-9a-fA-F]{2})*)(:\\d*)?(?=[/?#]|$)|(?!//))"
    "([\\w.~!$&'()*+,;=:@/-]|%[0-9a-fA-F]{2})*(\\?([\\w.~!$&'()*+,;=:@/?-]|%[0-9a-fA-F]{2})*)?(#([\\w.~!$&'()*+,;=:@/?-]|%[0-9a-fA-F]{2})*)?$";

bool matches(std::string_view text, std::string_view pattern) {
  const auto compiled = Pattern::compile(pattern);
  return compiled.ok() && compiled.value().find_in(text) == PatternMatch::Found;
}

bool is_full_date(std::string_view text) { return text.size() == 10 && parse_date(text).has_value(); }

int two_digits(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; }

// A leap second is one only at the end of a day in UTC.
bool is_time(std::string_view text) {
  if (!matches(text, kTime)) return false;
  if (text.substr(6, 2) != "60") return true;
  int minutes = two_digits(text, 0) * 60 + two_digits(text, 3);
  const std::size_t sign = text.find_first_of("+-");
  if (sign != std::string_view::npos) {
    const int offset = two_digits(text, sign + 1) * 60 + two_digits(text, sign + 4);
    minutes += text[sign] == '-' ? offset : -offset;
  }
  constexpr int kDay = 24 * 60;
  return (minutes + 2 * kDay) % kDay == kDay - 1;
}

bool is_date_time(std::string_view text) {
  return text.size() > 11 && (text[10] == 'T' || text[10] == 't') && is_full_date(text.substr(0, 10)) && is_time(text.substr(11));
}

}  // namespace

SchemaFormat schema_format_from(std::string_view name) {
  constexpr std::string_view kNames[] = {"date", "time", "date-time", "duration", "email", "uri", "uri-reference", "uuid", "ipv4", "json-pointer", "relative-json-pointer", "regex"};
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  return found == std::end(kNames) ? SchemaFormat::Unknown : static_cast<SchemaFormat>(found - std::begin(kNames) + 1);
}

bool has_format(std::string_view text, SchemaFormat format) {
  switch (format) {
    case SchemaFormat::Unknown: return true;
    case SchemaFormat::Date: return is_full_date(text);
    case SchemaFormat::Time: return is_time(text);
    case SchemaFormat::DateTime: return is_date_time(text);
    case SchemaFormat::Duration: return matches(text, kDuration);
    case SchemaFormat::Email: return matches(text, kEmail);
    case SchemaFormat::Uri: return matches(text, kUriReference) && matches(text, "^[a-zA-Z][a-zA-Z0-9+.-]*:");
    case SchemaFormat::UriReference: return matches(text, kUriReference);
    case SchemaFormat::Uuid: return matches(text, kUuid);
    case SchemaFormat::IpV4: return matches(text, kIpV4);
    case SchemaFormat::JsonPointer: return matches(text, kJsonPointer);
    case SchemaFormat::RelativeJsonPointer: return matches(text, kRelativeJsonPointer);
    case SchemaFormat::Regex: return Pattern::compile(text).ok();
  }
  return true;
}

}  // namespace stadttor::forms
