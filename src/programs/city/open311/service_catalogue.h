// What can be reported in the city, as its pack says: kinds of report with their questions, the offices that see to them, the limits of the
// town. In all languages of the pack; the server chooses by what a caller prefers.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "city/places.h"
#include "protocols/open311/requests.h"
#include "protocols/open311/services.h"

namespace stadttor::city_server::open311 {

using protocols::open311::AttributeKind;
using protocols::open311::Position;

using ByLanguage = std::map<std::string, std::string>;
// German where the language has none.
const std::string& text_in(const ByLanguage& texts, const std::string& language);

struct AttributeChoice {
  std::string key;
  ByLanguage name;
};

struct AttributeDefinition {
  std::string code;
  std::string datatype;  // as GeoReport names it
  AttributeKind kind = AttributeKind::Text;
  bool is_required = false;
  ByLanguage question;
  ByLanguage hint;
  std::vector<AttributeChoice> values;
};

struct OfferedService {
  std::string code;
  std::string agency;          // the office's name
  int days = 0;                // until it is usually done; 0: not said
  bool gives_token = false;  // "batch": a report gets its number once a clerk has taken it
  ByLanguage name, description, group, keywords;
  std::vector<AttributeDefinition> attributes;
};

struct ServiceCatalogue {
  std::string jurisdiction;
  std::string contact;
  std::vector<std::string> languages;  // the first is the city's own
  std::vector<city::Position> area;    // a ring around the town
  ByLanguage received_notice;          // what is told after a report
  ByLanguage withheld_notice;          // why words and photo are not to be seen
  std::vector<OfferedService> services;

  const OfferedService* find(std::string_view code) const;
};

const AttributeDefinition* find_attribute(const OfferedService& service, std::string_view code);

// daten/<version>/meldungen.json, as `stadttor site` writes it.
Result<ServiceCatalogue> parse_catalogue(const std::string& text, const std::string& where);

}  // namespace stadttor::city_server::open311
