#include "services/report_defect/report_entries.h"

#include <algorithm>

#include "city/town_limits.h"
#include "forms/date_entry.h"

namespace stadttor::services::report_defect {

using kept_data::Report;
using kept_data::ReportAnswer;
using protocols::open311::Attribute;
using protocols::open311::AttributeKind;

namespace {

constexpr std::size_t kLongestDescription = 4000;

const std::string& open(const Personal<std::string>& value) { return value.reveal<"put together for the report that its citizen writes">(); }

const std::vector<std::string>* find_values(const ReportEntries& entries, const std::string& code) {
  const auto found = entries.values.find(code);
  if (found == entries.values.end()) return nullptr;
  const auto& values = found->second.reveal<"put together for the report that its citizen writes">();
  const bool is_empty = std::all_of(values.begin(), values.end(), [](const std::string& value) { return value.empty(); });
  return is_empty ? nullptr : &values;
}

bool is_number(const std::string& text) {
  if (text.empty() || std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == '.'; }) > 1) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-'; });
}

// As the standard writes them: "1.5", "2026-11-24T12:00:00Z".
std::string value_to_send(AttributeKind kind, const std::string& typed) {
  std::string value = typed;
  if (kind == AttributeKind::Number) std::replace(value.begin(), value.end(), ',', '.');
  // A day, so its middle: in no time zone of the country it is another one.
  if (kind == AttributeKind::DateTime) value = text_from_date(forms::read_date(typed).date) + "T12:00:00Z";
  return value;
}

std::string said_of(const Attribute& attribute, const std::vector<std::string>& values) {
  std::string said;
  for (const std::string& value : values) {
    const auto known = std::find_if(attribute.values.begin(), attribute.values.end(), [&value](const auto& one) { return one.key == value; });
    said.append(said.empty() ? "" : ", ").append(known == attribute.values.end() ? value : known->name);
  }
  return said;
}

std::size_t count_characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void set_place(const ReportEntries& entries, const EntryGround& ground, Report& report) {
  std::string address;
  std::string position;
  switch (entries.way) {
    case PlaceWay::Address:
      address = open(entries.street) + (entries.house_number.is_empty() ? "" : " " + open(entries.house_number));
      break;
    case PlaceWay::Object:
      if (const city::Place* place = ground.places == nullptr ? nullptr : ground.places->find(open(entries.object))) {
        address = place->name + (place->street_line.empty() ? "" : ", " + place->street_line);
        position = city::text_from_position(place->position);
      }
      break;
    case PlaceWay::Here:
    case PlaceWay::Point:
      if (const auto at = position_of(entries, ground)) position = city::text_from_position(*at);
      break;
  }
  if (!entries.place_note.is_empty()) address += address.empty() ? open(entries.place_note) : " (" + open(entries.place_note) + ")";
  report.address = Personal<std::string>(address);
  report.position = Personal<std::string>(position);
}

}  // namespace

bool ReportEntries::empty() const {
  const bool has_place = !street.is_empty() || !house_number.is_empty() || !place_note.is_empty() || !object.is_empty() || !here.is_empty() || !point.is_empty();
  return !has_place && words.is_empty() && service_code.empty() && description.is_empty() && values.empty() && email.is_empty();
}

EntryProblem problem_of_value(const ReportEntries& entries, const Attribute& attribute) {
  const auto* values = find_values(entries, attribute.code);
  if (values == nullptr) return attribute.is_required && attribute.is_asked ? EntryProblem::Missing : EntryProblem::None;
  if (attribute.kind == AttributeKind::Number && !is_number(values->front())) return EntryProblem::NoNumber;
  if (attribute.kind == AttributeKind::DateTime && forms::read_date(values->front()).fault != forms::DateFault::None) return EntryProblem::NoDate;
  const bool is_list = attribute.kind == AttributeKind::OneOfList || attribute.kind == AttributeKind::SeveralOfList;
  const auto is_offered = [&attribute](const std::string& value) {
    return std::any_of(attribute.values.begin(), attribute.values.end(), [&value](const auto& one) { return one.key == value; });
  };
  // A choice that is no longer offered has to be made anew.
  if (is_list && !std::all_of(values->begin(), values->end(), is_offered)) return EntryProblem::Missing;
  return EntryProblem::None;
}

bool has_place(const ReportEntries& entries, const EntryGround& ground) {
  switch (entries.way) {
    case PlaceWay::Address: return !entries.street.is_empty();
    case PlaceWay::Object:
    case PlaceWay::Here:
    case PlaceWay::Point: break;
  }
  return position_of(entries, ground).has_value() && !is_beyond_the_city(entries, ground);
}

std::optional<city::Position> position_of(const ReportEntries& entries, const EntryGround& ground) {
  switch (entries.way) {
    case PlaceWay::Address: return std::nullopt;
    case PlaceWay::Object: {
      const city::Place* place = ground.places == nullptr ? nullptr : ground.places->find(open(entries.object));
      return place == nullptr ? std::nullopt : std::optional<city::Position>(place->position);
    }
    case PlaceWay::Here: return city::parse_position(open(entries.here));
    case PlaceWay::Point: break;
  }
  return city::parse_position(open(entries.point));
}

bool is_beyond_the_city(const ReportEntries& entries, const EntryGround& ground) {
  const auto position = position_of(entries, ground);
  // Its own places are the city's, wherever they lie.
  return position && ground.area != nullptr && entries.way != PlaceWay::Object && !city::lies_within(*ground.area, *position);
}

EntryProblem problem_of_description(const ReportEntries& entries, const EntryGround& ground) {
  if (count_characters(open(entries.description)) > kLongestDescription) return EntryProblem::TooLong;
  // Where nothing else is asked, the words are all there is.
  const bool is_all = ground.type == nullptr || !ground.type->has_definition;
  return is_all && entries.description.is_empty() ? EntryProblem::Missing : EntryProblem::None;
}

EntryProblem problem_of_email(const ReportEntries& entries) {
  if (!entries.wants_answer) return EntryProblem::None;
  const std::string& email = open(entries.email);
  if (email.empty()) return entries.phone.is_empty() ? EntryProblem::Missing : EntryProblem::None;
  const std::size_t at = email.find('@');
  const bool is_one = at != std::string::npos && at > 0 && email.find('.', at) != std::string::npos && email.find(' ') == std::string::npos;
  return is_one ? EntryProblem::None : EntryProblem::NoEmail;
}

bool is_complete(const ReportEntries& entries, const EntryGround& ground, std::string_view step) {
  if (step.empty()) return has_place(entries, ground);
  if (step == "art") return ground.type != nullptr;
  if (step == "foto") return ground.photo == nullptr || !ground.photo->is_unready();
  if (step == "kontakt") return problem_of_email(entries) == EntryProblem::None;
  if (step != "angaben") return true;
  if (ground.type == nullptr || problem_of_description(entries, ground) != EntryProblem::None) return false;
  if (!ground.type->has_definition) return true;
  if (ground.definition == nullptr) return false;
  const auto& attributes = ground.definition->attributes;
  return std::all_of(attributes.begin(), attributes.end(), [&entries](const Attribute& one) { return problem_of_value(entries, one) == EntryProblem::None; });
}

std::string_view first_incomplete(const ReportEntries& entries, const EntryGround& ground) {
  for (const std::string_view step : kSteps) {
    if (!is_complete(entries, ground, step)) return step;
  }
  return "pruefen";
}

Report report_from(const ReportEntries& entries, const EntryGround& ground) {
  Report report;
  report.service_code = entries.service_code;
  if (ground.type != nullptr) report.service_name = ground.type->name;
  set_place(entries, ground, report);
  report.description = entries.description;
  if (ground.definition != nullptr) {
    for (const Attribute& attribute : ground.definition->attributes) {
      const auto* values = attribute.is_asked ? find_values(entries, attribute.code) : nullptr;
      if (values == nullptr) continue;
      std::vector<std::string> sent;
      for (const std::string& value : *values) sent.push_back(value_to_send(attribute.kind, value));
      report.answers.push_back({attribute.code, attribute.question, Personal<std::vector<std::string>>(sent), Personal<std::string>(said_of(attribute, *values))});
    }
  }
  if (ground.photo != nullptr && ground.photo->bytes != nullptr) {
    report.photo_type = ground.photo->media_type;
    report.photo_bytes = ground.photo->bytes->reveal<"measured, to be told with the report">().size();
  }
  if (!entries.wants_answer) return report;
  report.first_name = entries.first_name;
  report.last_name = entries.last_name;
  report.email = entries.email;
  report.phone = entries.phone;
  return report;
}

ReportEntries entries_from(const Report& report) {
  ReportEntries entries;
  // What was sent is one text; it can be changed as one.
  if (report.position.is_empty()) {
    entries.street = report.address;
  } else {
    entries.way = PlaceWay::Point;
    entries.point = report.position;
    entries.place_note = report.address;
  }
  entries.service_code = report.service_code;
  entries.description = report.description;
  for (const ReportAnswer& answer : report.answers) {
    std::vector<std::string> values = answer.values.reveal<"put together for the report that its citizen writes">();
    for (std::string& value : values) {
      if (const std::size_t time = value.find("T12:00:00Z"); time == 10) value = value.substr(8, 2) + "." + value.substr(5, 2) + "." + value.substr(0, 4);
    }
    entries.values[answer.code] = Personal<std::vector<std::string>>(values);
  }
  entries.wants_answer = !report.email.is_empty() || !report.phone.is_empty() || !report.first_name.is_empty() || !report.last_name.is_empty();
  entries.first_name = report.first_name;
  entries.last_name = report.last_name;
  entries.email = report.email;
  entries.phone = report.phone;
  return entries;
}

}  // namespace stadttor::services::report_defect
