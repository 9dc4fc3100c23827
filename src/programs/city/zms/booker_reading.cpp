#include "programs/city/zms/booker_reading.h"

#include <algorithm>

#include "protocols/zms/lenient_reading.h"

namespace stadttor::city_server::zms {

namespace {

constexpr std::size_t kLongestName = 100;      // letters, as are the next two
constexpr std::size_t kLongestText = 250;
constexpr std::size_t kLongestAddress = 254;

std::size_t letters_in(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// Without blanks at its ends; control characters are blanks.
std::string tidy(std::string text) {
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// One part before the at sign and a name with a dot behind it: what is really there, only a mail tells.
bool is_email(const std::string& text) {
  const std::size_t at = text.find('@');
  if (at == std::string::npos || at == 0 || at > 64 || text.find('@', at + 1) != std::string::npos || letters_in(text) > kLongestAddress) return false;
  if (text.find_first_of(" ,;<>\"()[]\\") != std::string::npos) return false;
  const std::size_t dot = text.find('.', at);
  return dot != std::string::npos && dot > at + 1 && text.back() != '.' && text.find("..", at) == std::string::npos;
}

bool is_telephone(const std::string& text) {
  if (text.find_first_not_of("0123456789 +-/()") != std::string::npos || text.find('+', 1) != std::string::npos) return false;
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 7 && digits <= 15;
}

std::string read_contact(const JsonValue& body, const char* name, Asked asked, bool (*is_sound)(const std::string&), ErrorCode missing, ErrorCode wrong, Errors& errors) {
  if (asked == Asked::None) return {};
  std::string text = tidy(protocols::zms::read_text(body, name));
  if (text.empty()) {
    if (asked == Asked::Required) errors.push_back(missing);
  } else if (!is_sound(text)) {
    errors.push_back(wrong);
  }
  return text;
}

std::string read_further(const JsonValue& body, const char* name, const Office& office, std::size_t at, ErrorCode wrong, Errors& errors) {
  if (at >= office.further_fields.size()) return {};
  std::string text = tidy(protocols::zms::read_text(body, name));
  if ((text.empty() && office.further_fields[at].is_required) || letters_in(text) > kLongestText) errors.push_back(wrong);
  return text;
}

}  // namespace

Booker read_booker(const Office& office, const JsonValue& body, Errors& errors) {
  Booker booker;
  booker.family_name = tidy(protocols::zms::read_text(body, "familyName"));
  if (booker.family_name.empty() || letters_in(booker.family_name) > kLongestName) errors.push_back(ErrorCode::InvalidFamilyName);
  booker.email = read_contact(body, "email", office.email, is_email, ErrorCode::EmailIsRequired, ErrorCode::InvalidEmail, errors);
  booker.telephone = read_contact(body, "telephone", office.telephone, is_telephone, ErrorCode::TelephoneIsRequired, ErrorCode::InvalidTelephone, errors);
  booker.further = read_further(body, "customTextfield", office, 0, ErrorCode::InvalidCustomTextfield, errors);
  booker.second_further = read_further(body, "customTextfield2", office, 1, ErrorCode::InvalidCustomTextfield2, errors);
  return booker;
}

}  // namespace stadttor::city_server::zms
