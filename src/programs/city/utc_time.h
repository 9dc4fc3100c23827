// The present moment in the two texts the server writes. Wall clock only; nothing here measures durations.
#pragma once

#include <string>

namespace stadttor::city_server {

// "2026-11-22T12:50:00Z"
std::string iso_text_now();

// "Sun, 22 Nov 2026 12:50:00 GMT", for the Date field (RFC 9110 section 5.6.7).
std::string http_date_now();

}  // namespace stadttor::city_server
