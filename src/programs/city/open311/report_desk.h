// What clerks do with reports: see all of one, release words and photo, tell how far it is, say that it is another once more, hand it on. That it
// was done, and by whom, is the authority's audit.
#pragma once

#include "programs/city/open311/report_records.h"

namespace stadttor::city_server::open311 {

// All of a report, for a clerk's eyes.
struct KeptReport {
  std::int64_t number = 0;
  std::string service_code;
  Stage stage = Stage::Received;
  bool is_published = true;
  std::string note;
  std::string agency;
  Personal<std::string> description;
  bool is_description_released = false;
  std::string photo;  // empty: none came with it
  bool is_photo_released = false;
  std::string address;
  std::optional<protocols::open311::Position> position;
  std::vector<ReportAnswer> answers;
  std::int64_t requested_at = 0;
  std::int64_t updated_at = 0;
  std::int64_t expected_at = 0;
  std::int64_t duplicate_of = 0;
  bool has_contact = false;

  bool waits_for_release() const { return (!description.is_empty() && !is_description_released) || (!photo.empty() && !is_photo_released) || !is_published; }
};

struct DeskQuery {
  std::optional<Stage> stage;
  std::string service_code;     // empty: all
  bool waits_for_release = false;
  std::int64_t before = 0;      // numbers below this one; 0: from the newest
  int limit = 50;
};

// By number, the newest first.
Result<std::vector<KeptReport>> read_kept_reports(Connection& connection, const DeskQuery& query);
Result<std::optional<KeptReport>> find_kept_report(Connection& connection, std::int64_t number);
Result<std::vector<ReportNote>> read_all_notes(Connection& connection, std::int64_t number);
Result<ReportContact> read_contact(Connection& connection, std::int64_t number);
Result<std::optional<ReportPhoto>> find_photo(Connection& connection, std::int64_t number);
// Of the same kind, not further than about 50 metres, from the 90 days before; the newest first.
Result<std::vector<KeptReport>> read_near_reports(Connection& connection, const KeptReport& report);

enum class ReportPart : unsigned char { Whole, Description, Photo };
enum class Release : unsigned char { Withheld, Public };

Outcome release(Connection& connection, std::int64_t number, ReportPart part, Release release, std::int64_t now);
// With a sentence for the public, which may be empty.
Outcome change_stage(Connection& connection, std::int64_t number, Stage stage, const std::string& note, std::int64_t now);
// `original` 0 takes it back. NotFound where there is no such report, MalformedData where it would be a report of itself.
Outcome mark_duplicate(Connection& connection, std::int64_t number, std::int64_t original, std::int64_t now);
Outcome assign_agency(Connection& connection, std::int64_t number, const std::string& agency, std::int64_t now);

}  // namespace stadttor::city_server::open311
