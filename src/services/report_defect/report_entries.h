// What a citizen enters of a report, as typed, for this visit: it can be gone back to, and nothing of it is lost by choosing another kind.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "city/places.h"
#include "city/streets.h"
#include "kept_data/ledger.h"
#include "kept_data/kept_report.h"
#include "platform/locale.h"
#include "protocols/open311/services.h"
#include "services/report_defect/photo_studio.h"

namespace stadttor::services::report_defect {

// Each is a whole way to say where it is, without the others.
enum class PlaceWay : unsigned char { Address, Object, Here, Point };

struct ReportEntries {
  PlaceWay way = PlaceWay::Address;
  Personal<std::string> street, house_number, place_note;
  bool shows_streets = false;  // the list of streets that fit
  int active_street = -1;
  std::string object_kind;     // of places; empty: every kind
  Personal<std::string> object;  // id of a place of the pack
  Personal<std::string> here;    // "51.43210,9.87140": where the device was when it was asked
  Personal<std::string> point;   // the same of the map, or as typed

  std::string photo;             // id of the photo in the draft's files; empty: none is kept yet

  Personal<std::string> words;   // to find a kind with
  std::string service_code;
  std::map<std::string, Personal<std::vector<std::string>>> values;  // by code, also of kinds that were chosen before
  Personal<std::string> description;

  bool wants_answer = false;
  Personal<std::string> first_name, last_name, email, phone;

  std::set<std::string> told_steps;  // whose problems are told
  std::string replaced;              // id of the own report that is written anew
  bool has_changed_questions = false;

  bool empty() const;
};

// What the entries are held against.
struct EntryGround {
  const city::Streets* streets = nullptr;
  const city::Places* places = nullptr;
  const std::vector<city::Position>* area = nullptr;  // the city's limits; null or empty: not known
  const protocols::open311::ServiceType* type = nullptr;              // of the chosen kind
  const protocols::open311::ServiceDefinition* definition = nullptr;  // null: not known (yet)
  const ReportPhoto* photo = nullptr;                                 // null: nothing here takes photos
};

enum class EntryProblem : unsigned char { None, Missing, NoNumber, NoDate, NoEmail, TooLong };

// What is wrong with one attribute, and with the parts of the steps.
EntryProblem problem_of_value(const ReportEntries& entries, const protocols::open311::Attribute& attribute);
bool has_place(const ReportEntries& entries, const EntryGround& ground);
// Where it is, as far as the chosen way says it in degrees.
std::optional<city::Position> position_of(const ReportEntries& entries, const EntryGround& ground);
// The city is not in charge there, and would refuse the report.
bool is_beyond_the_city(const ReportEntries& entries, const EntryGround& ground);
EntryProblem problem_of_description(const ReportEntries& entries, const EntryGround& ground);
EntryProblem problem_of_email(const ReportEntries& entries);

// Steps in their order: "" (where), "art", "angaben", "foto", "kontakt", "pruefen".
inline constexpr std::string_view kSteps[] = {"", "art", "angaben", "foto", "kontakt", "pruefen"};
bool is_complete(const ReportEntries& entries, const EntryGround& ground, std::string_view step);
// The first that is not, or "pruefen".
std::string_view first_incomplete(const ReportEntries& entries, const EntryGround& ground);

kept_data::Report report_from(const ReportEntries& entries, const EntryGround& ground);
// To be written anew.
ReportEntries entries_from(const kept_data::Report& report);

}  // namespace stadttor::services::report_defect
