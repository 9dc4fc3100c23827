// What a call asks for: numbers and lists as they come in a query or a body, and whether an office does all of it in one visit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "programs/city/zms/appointment_desk.h"

namespace stadttor::city_server::zms {

// "2101,2103"; nothing where a part is no number from 1 to 2147483647, or there is none.
std::optional<std::vector<std::int64_t>> find_ids(std::string_view comma_separated);
// 1 to 25 each.
std::optional<std::vector<int>> find_counts(std::string_view comma_separated);
std::optional<std::int64_t> find_id(std::string_view text);

inline constexpr int kMostOfOne = 25;

// A service that is named twice counts twice.
std::vector<WantedService> wanted_services(const std::vector<std::int64_t>& ids, const std::vector<int>& counts);

// `errors` says why there is no such visit.
std::optional<Visit> find_visit(const BookingPlan& plan, const Office& office, const std::vector<WantedService>& wanted, Errors& errors);

// Nothing to complain about where the office asks for no proof.
Result<std::optional<ErrorCode>> find_captcha_error(const AppointmentDesk& desk, const std::vector<const Office*>& offices, std::string_view token, std::string_view client);

// Both are combined in one visit where an office does both.
bool can_be_combined(const Service& a, const Service& b);

}  // namespace stadttor::city_server::zms
