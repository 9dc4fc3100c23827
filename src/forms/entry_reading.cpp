#include "forms/entry_reading.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "forms/checks/check_digits.h"
#include "forms/checks/contact_checks.h"
#include "forms/checks/din_91379.h"
#include "forms/date_entry.h"
#include "forms/text_units.h"

namespace stadttor::forms {

namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

EntryReading wrong(std::string_view key) { return {{}, FieldProblem{key}}; }

EntryReading wrong(std::string_view key, std::string_view parameter, std::string value) {
  EntryReading reading = wrong(key);
  reading.problem->parameters.emplace_back(parameter, std::move(value));
  return reading;
}

EntryReading read_text(const Question& question, std::string_view entered) {
  constexpr std::uint32_t kLongestLine = 500;
  constexpr std::uint32_t kLongestText = 5000;
  const std::string text = composed_text(entered);
  const std::size_t length = count_code_points(text);
  const std::uint32_t longest = question.longest > 0 ? question.longest : question.kind == QuestionKind::LongText ? kLongestText : kLongestLine;
  if (length > longest) {
    EntryReading reading = wrong("form.problem.too_long", "longest", std::to_string(longest));
    reading.problem->parameters.emplace_back("length", std::to_string(length));
    return reading;
  }
  if (length < question.shortest) return wrong("form.problem.too_short", "shortest", std::to_string(question.shortest));
  if (question.kind == QuestionKind::Name) {
    const std::string_view foreign = find_foreign_character(text, CharacterSet::Names);
    const bool is_digit_or_sign = find_foreign_character(foreign, CharacterSet::Text).empty();
    // Streets and towns have digits and brackets; what is refused is what no German register can hold.
    if (!is_digit_or_sign) return wrong("form.problem.character", "character", std::string(foreign));
  }
  if (question.pattern && question.pattern->find_in(text) != PatternMatch::Found) {
    return wrong(question.example.empty() ? "form.problem.form" : "form.problem.form_example", "example", question.example);
  }
  return {JsonValue::text(text), {}};
}

EntryReading read_number(const Question& question, std::string_view entered) {
  const auto number = parse_number(entered);
  if (!number) return wrong("form.problem.number");
  double scale = 1;
  for (int i = 0; i < question.decimals; ++i) scale *= 10;
  if (std::abs(*number * scale - std::round(*number * scale)) > 1e-6) {
    return question.decimals == 0 ? wrong("form.problem.whole_number") : wrong("form.problem.decimals", "decimals", std::to_string(question.decimals));
  }
  if (question.least && *number < *question.least) return wrong("form.problem.too_small", "least", text_from_number(*question.least));
  if (question.most && *number > *question.most) return wrong("form.problem.too_large", "most", text_from_number(*question.most));
  return {JsonValue::number(std::round(*number * scale) / scale), {}};
}

std::string_view key_of(DateFault fault) {
  switch (fault) {
    case DateFault::None: break;
    case DateFault::DayMissing: return "form.problem.date_day";
    case DateFault::MonthMissing: return "form.problem.date_month";
    case DateFault::YearMissing: return "form.problem.date_year";
    case DateFault::NoNumbers: return "form.problem.date_numbers";
    case DateFault::ShortYear: return "form.problem.date_short_year";
    case DateFault::NotInCalendar: return "form.problem.date_calendar";
  }
  return {};
}

EntryReading read_date_answer(const Question& question, std::string_view entered, const Date& today) {
  const DateReading reading = read_date(entered);
  if (reading.fault != DateFault::None) return wrong(key_of(reading.fault));
  // Nobody who fills in a form was born before, and nothing is planned for later: a slip of the finger.
  constexpr int kFirstYear = 1850;
  constexpr int kLastYear = 2200;
  const Date earliest = question.earliest ? question.earliest->on(today) : Date{kFirstYear, 1, 1};
  const Date latest = question.latest ? question.latest->on(today) : Date{kLastYear, 12, 31};
  if (reading.date < earliest) return wrong("form.problem.date_early", "date", text_from_date(earliest));
  if (latest < reading.date) return wrong(latest == today ? "form.problem.date_future" : "form.problem.date_late", "date", text_from_date(latest));
  return {JsonValue::text(text_from_date(reading.date)), {}};
}

bool has_option(const Question& question, std::string_view value) {
  return std::any_of(question.options.begin(), question.options.end(), [value](const Option& option) { return option.value == value; });
}

EntryReading read_choices(const Question& question, std::string_view entered) {
  std::vector<JsonValue> chosen;
  for (std::string_view rest = entered; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    const std::string_view value = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (value.empty()) continue;
    if (!has_option(question, value)) return wrong("form.problem.option");
    chosen.push_back(JsonValue::text(std::string(value)));
  }
  if (question.least && static_cast<double>(chosen.size()) < *question.least) return wrong("form.problem.too_few_choices", "least", text_from_number(*question.least));
  if (question.most && static_cast<double>(chosen.size()) > *question.most) return wrong("form.problem.too_many_choices", "most", text_from_number(*question.most));
  return {JsonValue::list(std::move(chosen)), {}};
}

EntryReading read_iban(std::string_view entered) {
  const std::string iban = normal_iban(entered);
  switch (check_iban(iban)) {
    case NumberFault::None: return {JsonValue::text(iban), {}};
    case NumberFault::Country: return wrong("form.problem.iban_country");
    case NumberFault::Length: return wrong("form.problem.iban_length");
    case NumberFault::Characters: return wrong("form.problem.iban_characters");
    case NumberFault::Pattern:
    case NumberFault::CheckDigits: break;
  }
  return wrong("form.problem.iban_digits");
}

EntryReading read_tax_id(std::string_view entered) {
  const std::string tax_id = normal_tax_id(entered);
  switch (check_tax_id(tax_id)) {
    case NumberFault::None: return {JsonValue::text(tax_id), {}};
    case NumberFault::Length:
    case NumberFault::Country:
    case NumberFault::Characters: return wrong("form.problem.tax_id_length");
    case NumberFault::Pattern:
    case NumberFault::CheckDigits: break;
  }
  return wrong("form.problem.tax_id_digits");
}

EntryReading checked(bool is_right, std::string_view entered, std::string_view key) {
  if (!is_right) return wrong(key);
  return {JsonValue::text(std::string(entered)), {}};
}

}  // namespace

std::optional<double> parse_number(std::string_view entered) {
  std::string digits;
  const std::size_t comma = entered.rfind(',');
  const std::size_t point = entered.rfind('.');
  // The last of both is the decimal one; a single point before exactly three digits separates thousands.
  char decimal = ',';
  if (comma == std::string_view::npos && point != std::string_view::npos) {
    const bool separates_thousands = entered.find('.') != point || entered.size() - point == 4;
    decimal = separates_thousands ? ',' : '.';
  } else if (comma != std::string_view::npos && point != std::string_view::npos && comma < point) {
    decimal = '.';
  }
  std::size_t decimal_marks = 0;
  for (std::size_t i = 0; i < entered.size(); ++i) {
    const char c = entered[i];
    if (c >= '0' && c <= '9') {
      digits.push_back(c);
    } else if (c == decimal) {
      digits.push_back('.');
      ++decimal_marks;
    } else if (c == '-' && i == 0) {
      digits.push_back(c);
    } else if (c != '.' && c != ',' && c != ' ' && c != '\'') {
      return {};
    }
  }
  constexpr std::size_t kLongest = 15;
  const bool has_digit = digits.find_first_of("0123456789") != std::string::npos;
  if (!has_digit || decimal_marks > 1 || digits.size() > kLongest + 2) return {};
  return std::strtod(digits.c_str(), nullptr);
}

EntryReading read_entry(const Question& question, std::string_view entered, const Date& today) {
  const std::string_view text = trimmed(entered);
  if (text.empty()) return {};
  switch (question.kind) {
    case QuestionKind::Text:
    case QuestionKind::LongText:
    case QuestionKind::Name: return read_text(question, text);
    case QuestionKind::Date: return read_date_answer(question, text, today);
    case QuestionKind::Number:
    case QuestionKind::Money: return read_number(question, text);
    case QuestionKind::Choice: return checked(has_option(question, text), text, "form.problem.option");
    case QuestionKind::Choices: return read_choices(question, text);
    case QuestionKind::YesNo: return {JsonValue::boolean(text == "yes"), {}};
    case QuestionKind::Email: return checked(is_email_address(text), text, "form.problem.email");
    case QuestionKind::Phone: return checked(is_phone_number(text), text, "form.problem.phone");
    case QuestionKind::Postcode: return checked(is_postcode(text), text, "form.problem.postcode");
    case QuestionKind::Iban: return read_iban(text);
    case QuestionKind::TaxId: return read_tax_id(text);
    case QuestionKind::LicencePlate: {
      const auto plate = parse_licence_plate(text);
      return checked(plate.has_value(), plate.value_or(std::string()), "form.problem.licence_plate");
    }
    case QuestionKind::Files:
    case QuestionKind::Group:
    case QuestionKind::Address:
    case QuestionKind::Person:
    case QuestionKind::Derived:
    case QuestionKind::Note: break;
  }
  return {};
}

EntryReading read_files(const Question& question, const std::vector<Attachment>& files) {
  constexpr std::uint64_t kMegabyte = 1U << 20;
  std::vector<JsonValue> ids;
  for (const Attachment& file : files) {
    const auto& types = question.files.media_types;
    if (!types.empty() && std::find(types.begin(), types.end(), file.media_type) == types.end()) return wrong("form.problem.file_type");
    if (file.bytes > question.files.largest_bytes) {
      return wrong("form.problem.file_size", "largest", std::to_string(question.files.largest_bytes / kMegabyte));
    }
    ids.push_back(JsonValue::text(file.id));
  }
  if (files.size() > question.files.most) return wrong("form.problem.too_many_files", "most", std::to_string(question.files.most));
  return {ids.empty() ? JsonValue() : JsonValue::list(std::move(ids)), {}};
}

}  // namespace stadttor::forms
