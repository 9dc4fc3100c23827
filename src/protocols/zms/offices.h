// Where which services can be had, as the ZMS citizen API tells it: GET /offices-and-services/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"

namespace stadttor::protocols::zms {

// What an office asks of the person, and how long it waits ("scope").
struct OfficeRules {
  bool is_email_required = false;
  bool is_telephone_asked = false;
  bool is_telephone_required = false;
  bool is_captcha_required = false;
  std::string custom_label;  // empty: not asked
  bool is_custom_required = false;
  std::string second_custom_label;
  bool is_second_custom_required = false;
  std::string information;
  std::string hint;
  int reservation_minutes = 0;  // 0: not told
  int activation_minutes = 0;   // to follow the link in the mail
  int slots_per_appointment = 0;
};

struct Office {
  std::int64_t id = 0;
  std::string name;
  std::string address;  // "Orleansstraße 50, 81667 München", empty where it is not told
  std::optional<double> latitude, longitude;
  OfficeRules rules;
  std::vector<std::int64_t> services_not_alone;  // disabledByServices
};

struct Service {
  std::int64_t id = 0;
  std::string name;
  int most = 1;  // of this service in one visit
  // Services that can be done in the same visit, and in which offices.
  std::map<std::int64_t, std::vector<std::int64_t>> combinable;
};

struct Relation {
  std::int64_t office_id = 0;
  std::int64_t service_id = 0;
  int slots = 1;  // a single one takes this many
  int most = 0;   // 0: the service's own limit
  bool is_public = true;
};

struct OfficesAndServices {
  std::vector<Office> offices;
  std::vector<Service> services;
  std::vector<Relation> relations;
};

struct WantedService {
  std::int64_t service_id = 0;
  int count = 1;
};

OfficeRules rules_from_scope(const JsonValue& scope);
Result<OfficesAndServices> parse_offices_and_services(const std::string& body, const std::string& where);

// Offices in which all of these can be done in one visit, within every limit, in the server's order.
std::vector<std::int64_t> offices_for(const OfficesAndServices& all, const std::vector<WantedService>& wanted);

}  // namespace stadttor::protocols::zms
