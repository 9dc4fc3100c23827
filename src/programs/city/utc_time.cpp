#include "programs/city/utc_time.h"

#include <time.h>

namespace stadttor::city_server {
namespace {

// Because: the program never calls setlocale, so day and month names stay English as HTTP demands.
std::string formatted_now(const char* format) {
  const time_t now = time(nullptr);
  struct tm parts {};
  gmtime_r(&now, &parts);
  char text[40];
  const size_t length = strftime(text, sizeof text, format, &parts);
  return std::string(text, length);
}

}  // namespace

std::string iso_text_now() { return formatted_now("%Y-%m-%dT%H:%M:%SZ"); }

std::string http_date_now() { return formatted_now("%a, %d %b %Y %H:%M:%S GMT"); }

}  // namespace stadttor::city_server
