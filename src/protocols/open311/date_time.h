// Moments as GeoReport writes them (W3C Date and Time Formats, with seconds and zone): "2010-04-14T06:37:38-08:00".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/locale.h"

namespace stadttor::protocols::open311 {

// Also with fractions of a second, and with "+0200"; nothing where the zone is missing, because it could be any hour.
std::optional<platform::Instant> parse_date_time(std::string_view text);
// In UTC: "2026-11-26T01:00:00Z".
std::string text_from_instant(platform::Instant instant);

}  // namespace stadttor::protocols::open311
