#include "programs/city/zms/wanted_visit.h"

#include <algorithm>

namespace stadttor::city_server::zms {

namespace {

constexpr std::int64_t kLargestId = 2147483647;

std::optional<std::int64_t> find_number(std::string_view text, std::int64_t largest) {
  if (text.empty() || text.size() > 10 || text.find_first_not_of("0123456789") != std::string_view::npos) return {};
  std::int64_t number = 0;
  for (const char digit : text) number = number * 10 + (digit - '0');
  if (number < 1 || number > largest) return {};
  return number;
}

template <class Number>
std::optional<std::vector<Number>> find_numbers(std::string_view text, std::int64_t largest) {
  constexpr std::size_t kMostParts = 50;
  std::vector<Number> numbers;
  while (true) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::optional<std::int64_t> number = find_number(text.substr(0, end), largest);
    if (!number || numbers.size() == kMostParts) return {};
    numbers.push_back(static_cast<Number>(*number));
    if (end == text.size()) return numbers;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<std::int64_t> find_id(std::string_view text) { return find_number(text, kLargestId); }

std::optional<std::vector<std::int64_t>> find_ids(std::string_view text) { return find_numbers<std::int64_t>(text, kLargestId); }

std::optional<std::vector<int>> find_counts(std::string_view text) { return find_numbers<int>(text, kMostOfOne); }

std::vector<WantedService> wanted_services(const std::vector<std::int64_t>& ids, const std::vector<int>& counts) {
  std::vector<WantedService> wanted;
  for (std::size_t i = 0; i < ids.size() && i < counts.size(); ++i) {
    const auto known = std::find_if(wanted.begin(), wanted.end(), [&](const WantedService& one) { return one.id == ids[i]; });
    if (known == wanted.end()) {
      wanted.push_back({ids[i], counts[i]});
    } else {
      known->count += counts[i];
    }
  }
  return wanted;
}

bool can_be_combined(const Service& a, const Service& b) { return !a.is_alone && !b.is_alone; }

std::optional<Visit> find_visit(const BookingPlan& plan, const Office& office, const std::vector<WantedService>& wanted, Errors& errors) {
  Visit visit{wanted, 0};
  for (const WantedService& one : wanted) {
    const Service* service = plan.find_service(one.id);
    if (service == nullptr) {
      errors.push_back(ErrorCode::RequestNotFound);
      return {};
    }
    const OfferedService* offered = office.find_service(one.id);
    const bool fits_others = std::all_of(wanted.begin(), wanted.end(), [&](const WantedService& other) {
      const Service* known = plan.find_service(other.id);
      return other.id == one.id || known == nullptr || can_be_combined(*service, *known);
    });
    if (offered == nullptr || !fits_others) {
      errors.push_back(ErrorCode::InvalidLocationAndServiceCombination);
      return {};
    }
    if (one.count > (offered->most > 0 ? offered->most : service->most)) {
      errors.push_back(ErrorCode::TooManyServicesPerAppointment);
      return {};
    }
    visit.slots += offered->slots * one.count;
  }
  if (office.slots_per_appointment > 0 && visit.slots > office.slots_per_appointment) {
    errors.push_back(ErrorCode::TooManySlotsPerAppointment);
    return {};
  }
  return visit;
}

Result<std::optional<ErrorCode>> find_captcha_error(const AppointmentDesk& desk, const std::vector<const Office*>& offices, std::string_view token, std::string_view client) {
  const bool is_required = std::any_of(offices.begin(), offices.end(), [](const Office* office) { return office->is_captcha_required; });
  if (!is_required) return std::optional<ErrorCode>();
  TRY_ASSIGN(const TokenState state, desk.captcha.check_token(token, client));
  switch (state) {
    case TokenState::Sound: return std::optional<ErrorCode>();
    case TokenState::Missing: return std::optional<ErrorCode>(ErrorCode::CaptchaMissing);
    case TokenState::Invalid: return std::optional<ErrorCode>(ErrorCode::CaptchaInvalid);
    case TokenState::Expired: return std::optional<ErrorCode>(ErrorCode::CaptchaExpired);
  }
  return std::optional<ErrorCode>(ErrorCode::CaptchaInvalid);
}

}  // namespace stadttor::city_server::zms
