#include "forms/checks/date_limit.h"

#include <algorithm>

namespace stadttor::forms {

namespace {

int last_day_of(int year, int month) {
  const Date next = month == 12 ? Date{year + 1, 1, 1} : Date{year, month + 1, 1};
  return date_from_days(days_since_epoch(next) - 1).day;
}

}  // namespace

Date DateLimit::on(const Date& today) const {
  if (fixed) return *fixed;
  const int month_count = today.year * 12 + today.month - 1 + years * 12 + months;
  Date date{month_count / 12, month_count % 12 + 1, today.day};
  date.day = std::min(date.day, last_day_of(date.year, date.month));
  return date_from_days(days_since_epoch(date) + days);
}

std::optional<DateLimit> parse_date_limit(std::string_view text) {
  constexpr std::string_view kToday = "today";
  DateLimit limit;
  if (text.substr(0, kToday.size()) != kToday) {
    limit.fixed = parse_date(text);
    return limit.fixed ? std::optional<DateLimit>(limit) : std::nullopt;
  }
  text.remove_prefix(kToday.size());
  while (!text.empty()) {
    const char sign = text.front();
    std::size_t at = 1;
    int amount = 0;
    while (at < text.size() && at < 6 && text[at] >= '0' && text[at] <= '9') amount = amount * 10 + (text[at++] - '0');
    if ((sign != '+' && sign != '-') || at == 1 || at == text.size()) return {};
    if (sign == '-') amount = -amount;
    switch (text[at]) {
      case 'y': limit.years += amount; break;
      case 'm': limit.months += amount; break;
      case 'd': limit.days += amount; break;
      default: return {};
    }
    text.remove_prefix(at + 1);
  }
  return limit;
}

int years_between(const Date& from, const Date& to) {
  const bool had_birthday = from.month < to.month || (from.month == to.month && from.day <= to.day);
  return to.year - from.year - (had_birthday ? 0 : 1);
}

}  // namespace stadttor::forms
