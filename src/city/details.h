// Everything there is to say about one service, office, page, and what is on in the city: read when it is opened.
#pragma once

#include <string>
#include <vector>

#include "city/text_blocks.h"
#include "foundation/calendar.h"
#include "foundation/json_reader.h"

namespace stadttor::city {

struct Cost {
  std::string label;
  std::string amount;
};

struct LegalBasis {
  std::string name;
  std::string url;  // may be empty
};

struct ServiceDetails {
  std::string id;
  std::string language;  // of the texts, where it is not the interface's
  std::string leika;
  TextBlocks description;
  TextBlocks who;
  TextBlocks online;
  std::vector<std::string> prerequisites;
  std::vector<std::string> documents;
  std::vector<std::string> steps;
  std::vector<Cost> costs;
  std::string deadline;
  std::string duration;
  std::vector<LegalBasis> legal_basis;
  std::vector<std::string> offices;
  std::vector<std::string> related;
  bool is_about_defects = false;  // what it is about can be reported, where the city takes reports
};

struct OfficeDetails {
  std::string id;
  std::string language;
  TextBlocks description;
  TextBlocks accessibility;
  TextBlocks directions;
  std::vector<std::string> services;
};

struct AboutDetails {
  std::string id;
  std::string language;
  TextBlocks body;
};

struct Event {
  std::string id;
  std::string title;
  std::string summary;
  std::string place;
  std::string language;
  Date date;
  std::string from;  // "18:00", may be empty
  std::string to;
  TextBlocks description;
};

struct Notice {
  std::string id;
  std::string title;
  std::string summary;
  std::string language;
  Date date;
};

struct WhatsOn {
  std::vector<Event> events;  // by date
  std::vector<Notice> notices;  // newest first
};

Result<ServiceDetails> read_service_details(std::string_view json, std::string where);
Result<OfficeDetails> read_office_details(std::string_view json, std::string where);
Result<AboutDetails> read_about_details(std::string_view json, std::string where);
Result<WhatsOn> read_whats_on(std::string_view json, std::string where);

}  // namespace stadttor::city
