// The earliest or latest date a question accepts: fixed ("2020-01-01") or counted from today ("today", "today-18y", "today+30d").
#pragma once

#include <optional>
#include <string_view>

#include "foundation/calendar.h"

namespace stadttor::forms {

struct DateLimit {
  std::optional<Date> fixed;
  int years = 0;  // from today, where it is not fixed
  int months = 0;
  int days = 0;

  Date on(const Date& today) const;
};

std::optional<DateLimit> parse_date_limit(std::string_view text);

// Whole years between two dates, as ages are counted; born on 29 February one is a year older on 1 March. Negative before.
int years_between(const Date& from, const Date& to);

}  // namespace stadttor::forms
