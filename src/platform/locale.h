// How dates, times, numbers and plurals are said in one language (CLDR), and what the clock on the wall of the city
// shows. Web: Intl. Native: ICU.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "foundation/calendar.h"

namespace stadttor::platform {

// Milliseconds since 1970-01-01T00:00:00Z.
using Instant = std::int64_t;

class Locale {
 public:
  virtual ~Locale() = default;

  // CLDR category of a whole number: "zero", "one", "two", "few", "many" or "other".
  virtual std::string_view plural_category(long count) const = 0;
  virtual std::string number(long value) const = 0;
  // "1.234,5": always with that many decimals.
  virtual std::string decimal(double value, int decimals) const = 0;
  // "Donnerstag, 24. Dezember 2026"
  virtual std::string long_date(const Date& date) const = 0;
  // "24. Dez."
  virtual std::string short_date(const Date& date) const = 0;
  virtual std::string weekday(Weekday day) const = 0;
  // "18:00" or "6:00 pm", without a place to break it
  virtual std::string time_of_day(TimeOfDay time) const = 0;
  // Wall clock in an IANA time zone ("Europe/Berlin").
  virtual LocalTime local_time(Instant instant, std::string_view time_zone) const = 0;
};

// `language` is a BCP 47 tag. Defined once per platform.
std::unique_ptr<Locale> make_locale(std::string_view language);

}  // namespace stadttor::platform
