// Locale over ICU's C interface, which needs neither exceptions nor RTTI.
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ucal.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "platform/locale.h"

namespace stadttor::platform {

namespace {

std::string utf8_from(const UChar* text, int32_t length) {
  std::string utf8(static_cast<std::size_t>(length) * 3 + 1, '\0');
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  u_strToUTF8(utf8.data(), static_cast<int32_t>(utf8.size()), &written, text, length, &status);
  utf8.resize(U_SUCCESS(status) ? static_cast<std::size_t>(written) : 0);
  return utf8;
}

std::u16string utf16_from(std::string_view text) {
  std::u16string utf16(text.size() + 1, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  u_strFromUTF8(utf16.data(), static_cast<int32_t>(utf16.size()), &written, text.data(), static_cast<int32_t>(text.size()), &status);
  utf16.resize(static_cast<std::size_t>(written));
  return utf16;
}

constexpr double kMillisecondsPerDay = 86'400'000.0;

class IcuLocale : public Locale {
 public:
  explicit IcuLocale(std::string_view language) : language_(language) {
    // Leichte Sprache has no rules of its own for dates and numbers.
    if (const auto simple = language_.find("-simple"); simple != std::string::npos) language_.erase(simple);
    // English is written the British way, as the portal's English texts are.
    if (language_ == "en") language_ = "en-GB";
    // Which digits Arabic takes differs from one edition of CLDR to the next; years and numbers of houses are Latin anyway.
    language_ += "@numbers=latn";
    UErrorCode status = U_ZERO_ERROR;
    plural_rules_ = uplrules_open(language_.c_str(), &status);
    numbers_ = unum_open(UNUM_DECIMAL, nullptr, 0, language_.c_str(), nullptr, &status);
    decimals_ = unum_open(UNUM_DECIMAL, nullptr, 0, language_.c_str(), nullptr, &status);
  }
  IcuLocale(const IcuLocale&) = delete;
  IcuLocale& operator=(const IcuLocale&) = delete;
  ~IcuLocale() override {
    uplrules_close(plural_rules_);
    unum_close(numbers_);
    unum_close(decimals_);
  }

  std::string_view plural_category(long count) const override {
    UChar category[16];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = uplrules_select(plural_rules_, static_cast<double>(count), category, 16, &status);
    category_ = utf8_from(category, U_SUCCESS(status) ? length : 0);
    return category_;
  }

  std::string number(long value) const override {
    UChar text[64];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = unum_formatInt64(numbers_, value, text, 64, nullptr, &status);
    return utf8_from(text, U_SUCCESS(status) ? length : 0);
  }

  std::string decimal(double value, int decimals) const override {
    unum_setAttribute(decimals_, UNUM_FRACTION_DIGITS, decimals);
    // As Intl rounds.
    unum_setAttribute(decimals_, UNUM_ROUNDING_MODE, UNUM_ROUND_HALFUP);
    UChar text[64];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = unum_formatDouble(decimals_, value, text, 64, nullptr, &status);
    return utf8_from(text, U_SUCCESS(status) ? length : 0);
  }

  std::string long_date(const Date& date) const override { return formatted(date, {}, "EEEEdMMMMy"); }
  std::string short_date(const Date& date) const override { return formatted(date, {}, "dMMM"); }

  std::string weekday(Weekday day) const override {
    return formatted(Date{2024, 1, 1 + static_cast<int>(day)}, {}, "EEEE");  // 2024-01-01 was a Monday
  }

  std::string time_of_day(TimeOfDay time) const override {
    if (time.minutes == 24 * 60) return "24:00";
    std::string text = formatted(Date{2024, 1, 1}, time, "jmm");
    // "6:00 pm" is not broken in two lines.
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) text.replace(at, 1, "\u00a0");
    return text;
  }

  LocalTime local_time(Instant instant, std::string_view time_zone) const override {
    const std::u16string zone = utf16_from(time_zone);
    UErrorCode status = U_ZERO_ERROR;
    UCalendar* calendar = ucal_open(zone.c_str(), static_cast<int32_t>(zone.size()), "de", UCAL_GREGORIAN, &status);
    ucal_setMillis(calendar, static_cast<double>(instant), &status);
    LocalTime local;
    local.date = {ucal_get(calendar, UCAL_YEAR, &status), ucal_get(calendar, UCAL_MONTH, &status) + 1,
                  ucal_get(calendar, UCAL_DATE, &status)};
    local.time.minutes = ucal_get(calendar, UCAL_HOUR_OF_DAY, &status) * 60 + ucal_get(calendar, UCAL_MINUTE, &status);
    ucal_close(calendar);
    return local;
  }

 private:
  std::string formatted(const Date& date, TimeOfDay time, const char* skeleton) const {
    const std::u16string wanted = utf16_from(skeleton);
    UErrorCode status = U_ZERO_ERROR;
    UDateTimePatternGenerator* generator = udatpg_open(language_.c_str(), &status);
    UChar pattern[128];
    const int32_t pattern_length =
        udatpg_getBestPattern(generator, wanted.c_str(), static_cast<int32_t>(wanted.size()), pattern, 128, &status);
    udatpg_close(generator);
    UDateFormat* format = udat_open(UDAT_PATTERN, UDAT_PATTERN, language_.c_str(), u"UTC", 3, pattern, pattern_length, &status);
    UChar text[256];
    const double milliseconds = static_cast<double>(days_since_epoch(date)) * kMillisecondsPerDay + time.minutes * 60'000.0;
    const int32_t length = udat_format(format, milliseconds, text, 256, nullptr, &status);
    udat_close(format);
    return utf8_from(text, U_SUCCESS(status) ? length : 0);
  }

  std::string language_;
  UPluralRules* plural_rules_ = nullptr;
  UNumberFormat* numbers_ = nullptr;
  UNumberFormat* decimals_ = nullptr;
  mutable std::string category_;
};

}  // namespace

std::unique_ptr<Locale> make_locale(std::string_view language) { return std::make_unique<IcuLocale>(language); }

}  // namespace stadttor::platform
