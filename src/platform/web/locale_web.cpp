// Locale over the browser's Intl.
#include <emscripten.h>

#include <array>
#include <cstring>

#include "platform/locale.h"

// Each writes UTF-8 into `out` (at most `size` bytes with the end mark). Dates are days and minutes in UTC, so that the
// device's own zone plays no part.
// What formats is kept: making one costs a millisecond on a slow phone, and a page asks for the same ones at every key.

EM_JS(void, stadttor_intl_plural, (const char* language, double count, char* out, int size), {
  const made = stadttor_intl_plural.made || (stadttor_intl_plural.made = new Map());
  const tag = UTF8ToString(language);
  if (!made.has(tag)) made.set(tag, new Intl.PluralRules(tag));
  stringToUTF8(made.get(tag).select(count), out, size);
});
EM_JS(void, stadttor_intl_number, (const char* language, double value, int decimals, char* out, int size), {
  const made = stadttor_intl_number.made || (stadttor_intl_number.made = new Map());
  const tag = UTF8ToString(language);
  const key = tag + decimals;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (!made.has(key)) made.set(key, { format: new Intl.NumberFormat(tag, options), known: new Map() });
  const { format, known } = made.get(key);
  // A page shows the same numbers at every key.
  if (!known.has(value)) {
    if (known.size === 1000) known.clear();
    known.set(value, format.format(value));
  }
  stringToUTF8(known.get(value), out, size);
});
EM_JS(void, stadttor_intl_date, (const char* language, double milliseconds, int kind, char* out, int size), {
  const made = stadttor_intl_date.made || (stadttor_intl_date.made = new Map());
  const tag = UTF8ToString(language);
  const key = tag + kind;
  if (!made.has(key)) {
    const options = [
      { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      { day: 'numeric', month: 'short' },
      { weekday: 'long' },
      { hour: 'numeric', minute: '2-digit' },
    ][kind];
    options.timeZone = 'UTC';
    // "07:00" where the day has 24 hours, "7:00 am" where it has two halves: as CLDR writes it, and the pages written in advance.
    if (options.hour && !new Intl.DateTimeFormat(tag, options).resolvedOptions().hour12) options.hour = '2-digit';
    made.set(key, new Intl.DateTimeFormat(tag, options));
  }
  const words = made.get(key).format(milliseconds);
  const isTime = kind === 3;
  // "6:00 pm" is not broken in two lines.
  stringToUTF8(isTime ? words.split(' ').join(String.fromCharCode(0xa0)) : words, out, size);
});
EM_JS(double, stadttor_intl_local_minutes, (double milliseconds, const char* zone), {
  const made = stadttor_intl_local_minutes.made || (stadttor_intl_local_minutes.made = new Map());
  const timeZone = UTF8ToString(zone);
  if (!made.has(timeZone)) {
    made.set(timeZone, new Intl.DateTimeFormat('en-GB', {
      timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    }));
  }
  const parts = {};
  for (const part of made.get(timeZone).formatToParts(milliseconds)) parts[part.type] = Number(part.value);
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) / 60000;
});

namespace stadttor::platform {

namespace {

enum DateKind { kLongDate, kShortDate, kWeekday, kTimeOfDay };
constexpr double kMillisecondsPerDay = 86'400'000.0;
constexpr long kMinutesPerDay = 24 * 60;
constexpr Instant kMillisecondsPerMinute = 60'000;

class IntlLocale : public Locale {
 public:
  explicit IntlLocale(std::string_view language) : language_(language) {
    // Leichte Sprache has no rules of its own for dates and numbers.
    if (const auto simple = language_.find("-simple"); simple != std::string::npos) language_.erase(simple);
    // English is written the British way, as the portal's English texts are.
    if (language_ == "en") language_ = "en-GB";
    // As in locale_native: which digits Arabic takes differs from browser to browser.
    language_ += "-u-nu-latn";
  }

  std::string_view plural_category(long count) const override {
    stadttor_intl_plural(language_.c_str(), static_cast<double>(count), text_.data(), static_cast<int>(text_.size()));
    return text_.data();
  }
  std::string number(long value) const override {
    stadttor_intl_number(language_.c_str(), static_cast<double>(value), 0, text_.data(), static_cast<int>(text_.size()));
    return text_.data();
  }
  std::string decimal(double value, int decimals) const override {
    stadttor_intl_number(language_.c_str(), value, decimals, text_.data(), static_cast<int>(text_.size()));
    return text_.data();
  }
  std::string long_date(const Date& date) const override { return formatted(date, {}, kLongDate); }
  std::string short_date(const Date& date) const override { return formatted(date, {}, kShortDate); }
  std::string weekday(Weekday day) const override {
    return formatted(Date{2024, 1, 1 + static_cast<int>(day)}, {}, kWeekday);  // 2024-01-01 was a Monday
  }
  std::string time_of_day(TimeOfDay time) const override {
    if (time.minutes == kMinutesPerDay) return "24:00";
    return formatted(Date{2024, 1, 1}, time, kTimeOfDay);
  }
  LocalTime local_time(Instant instant, std::string_view time_zone) const override {
    // Asked at every build of a page; the answer is the same for as long as the minute is.
    const Instant minute = instant / kMillisecondsPerMinute;
    if (minute != last_minute_ || time_zone != last_zone_) {
      last_minute_ = minute;
      last_zone_ = time_zone;
      last_local_minutes_ = static_cast<long>(stadttor_intl_local_minutes(static_cast<double>(instant), last_zone_.c_str()));
    }
    const long minutes = last_local_minutes_;
    return {date_from_days(minutes / kMinutesPerDay), {static_cast<int>(minutes % kMinutesPerDay)}};
  }

 private:
  std::string formatted(const Date& date, TimeOfDay time, DateKind kind) const {
    const double milliseconds = static_cast<double>(days_since_epoch(date)) * kMillisecondsPerDay + time.minutes * 60'000.0;
    stadttor_intl_date(language_.c_str(), milliseconds, kind, text_.data(), static_cast<int>(text_.size()));
    return text_.data();
  }

  std::string language_;
  mutable std::array<char, 256> text_{};
  mutable Instant last_minute_ = -1;
  mutable std::string last_zone_;
  mutable long last_local_minutes_ = 0;
};

}  // namespace

std::unique_ptr<Locale> make_locale(std::string_view language) { return std::make_unique<IntlLocale>(language); }

}  // namespace stadttor::platform
