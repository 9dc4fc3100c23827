#include "protocols/open311/date_time.h"

#include <cstdio>

namespace stadttor::protocols::open311 {

namespace {

constexpr platform::Instant kSecond = 1000;
constexpr platform::Instant kMinute = 60 * kSecond;
constexpr platform::Instant kDay = 24 * 60 * kMinute;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Minutes east of Greenwich: "Z", "+02:00" or "+0200".
std::optional<int> parse_zone(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) return {};
  std::string digits(text.substr(1));
  if (digits.size() == 4) digits.insert(2, ":");
  const std::optional<TimeOfDay> offset = parse_time_of_day(digits);
  if (!offset || offset->minutes > 14 * 60) return {};
  return text[0] == '-' ? -offset->minutes : offset->minutes;
}

}  // namespace

std::optional<platform::Instant> parse_date_time(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != ' ') || text[16] != ':') return {};
  const std::optional<Date> date = parse_date(text.substr(0, 10));
  const std::optional<TimeOfDay> time = parse_time_of_day(text.substr(11, 5));
  if (!date || !time || !is_digit(text[17]) || !is_digit(text[18])) return {};
  const int seconds = (text[17] - '0') * 10 + (text[18] - '0');
  if (seconds > 60) return {};
  std::size_t at = 19;
  if (text[at] == '.') {
    for (++at; at < text.size() && is_digit(text[at]);) ++at;
  }
  const std::optional<int> zone = parse_zone(text.substr(at));
  if (!zone) return {};
  return days_since_epoch(*date) * kDay + (time->minutes - *zone) * kMinute + seconds * kSecond;
}

std::string text_from_instant(platform::Instant instant) {
  const platform::Instant days = (instant >= 0 ? instant : instant - kDay + 1) / kDay;
  const auto seconds = static_cast<int>((instant - days * kDay) / kSecond);
  char time[16];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02dZ", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
  return text_from_date(date_from_days(static_cast<long>(days))) + time;
}

}  // namespace stadttor::protocols::open311
