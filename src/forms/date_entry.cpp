#include "forms/date_entry.h"

#include <algorithm>

namespace stadttor::forms {

namespace {

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// -1 where it is no whole number of up to four digits.
int number_from_digits(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

DateEntry date_entry_from(std::string_view entered) {
  if (const auto date = parse_date(entered)) return {std::to_string(date->day), std::to_string(date->month), std::to_string(date->year)};
  const std::size_t first = entered.find('.');
  if (first == std::string_view::npos) return {std::string(entered), {}, {}};
  const std::size_t second = entered.find('.', first + 1);
  if (second == std::string_view::npos) return {std::string(entered.substr(0, first)), std::string(entered.substr(first + 1)), {}};
  return {std::string(entered.substr(0, first)), std::string(entered.substr(first + 1, second - first - 1)), std::string(entered.substr(second + 1))};
}

std::string text_from(const DateEntry& entry) {
  if (entry.day.empty() && entry.month.empty() && entry.year.empty()) return {};
  // A full stop in a field would move the others.
  const auto field = [](std::string text) {
    std::replace(text.begin(), text.end(), '.', ' ');
    return text;
  };
  return field(entry.day) + "." + field(entry.month) + "." + field(entry.year);
}

DateReading read_date(std::string_view entered) {
  const DateEntry entry = date_entry_from(entered);
  const std::string_view day = without_spaces(entry.day);
  const std::string_view month = without_spaces(entry.month);
  const std::string_view year = without_spaces(entry.year);
  if (day.empty()) return {DateFault::DayMissing, {}};
  if (month.empty()) return {DateFault::MonthMissing, {}};
  if (year.empty()) return {DateFault::YearMissing, {}};
  const Date date{number_from_digits(year), number_from_digits(month), number_from_digits(day)};
  if (date.day < 0 || date.month < 0 || date.year < 0) return {DateFault::NoNumbers, {}};
  if (year.size() < 4) return {DateFault::ShortYear, {}};
  const bool is_date = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 && date_from_days(days_since_epoch(date)) == date;
  return is_date ? DateReading{DateFault::None, date} : DateReading{DateFault::NotInCalendar, {}};
}

}  // namespace stadttor::forms
