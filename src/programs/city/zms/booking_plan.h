// What can be booked: offices with their counters and hours, services, and what each office asks. Read once, from the site's
// termine.json (portal/authoring/appointments_json.h); what of it is free is free_times.h's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "city/opening_hours.h"
#include "foundation/result.h"

namespace stadttor::city_server::zms {

enum class Asked : unsigned char { None, Optional, Required };

struct FurtherField {
  std::string label;
  bool is_required = false;
};

struct Counter {
  std::string id;
  std::optional<city::WeeklyHours> hours;              // without: the office's
  std::optional<std::vector<std::int64_t>> services;  // without: all of the office
};

struct OfferedService {
  std::int64_t id = 0;
  int slots = 1;  // of one
  int most = 0;   // 0: the service's own limit
};

struct Office {
  std::int64_t id = 0;
  std::string catalogue_id, name, short_name, number_prefix;
  std::string street, town, addition, phone, sender, latitude, longitude;
  int slot_minutes = 0;
  int book_ahead_days = 0;
  int notice_minutes = 0;
  int reservation_minutes = 0;
  int activation_minutes = 0;     // 0: appointments hold without a mail
  int slots_per_appointment = 0;  // 0: no limit
  int appointments_per_mail = 0;  // 0: no limit
  Asked email = Asked::None;
  Asked telephone = Asked::None;
  std::vector<FurtherField> further_fields;  // two at most
  bool is_captcha_required = false;
  std::string information, hint;
  city::WeeklyHours hours;
  std::vector<city::HoursException> exceptions;
  std::vector<Counter> counters;
  std::vector<OfferedService> services;

  const OfferedService* find_service(std::int64_t service_id) const;
};

struct Service {
  std::int64_t id = 0;
  std::string catalogue_id, name;
  int most = 1;           // in one visit
  bool is_alone = false;  // takes a visit of its own
};

struct BookingPlan {
  std::string city, ars, time_zone;
  std::vector<Service> services;
  std::vector<Office> offices;

  const Office* find_office(std::int64_t id) const;
  const Service* find_service(std::int64_t id) const;
};

Result<BookingPlan> parse_booking_plan(const std::string& text, const std::string& where);

// Of the version the site shows. Nothing where the city gives no appointments.
Result<std::optional<BookingPlan>> booking_plan_from_site(const std::filesystem::path& site);

}  // namespace stadttor::city_server::zms
