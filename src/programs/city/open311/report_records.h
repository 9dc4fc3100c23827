// Reports as the city keeps them: new ones, and the public's view of all. What clerks do with them is report_desk's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/personal.h"
#include "programs/city/database/connection.h"
#include "protocols/open311/requests.h"

namespace stadttor::city_server::open311 {

// Kept as numbers: new ones come at the end. The public's words for them are CitySDK's "detailed_status".
enum class Stage : unsigned char { Received, InProcess, Processed, Rejected };
inline constexpr int kStages = 4;

std::string_view detailed_status_of(Stage stage);  // "IN_PROCESS"
bool is_closed(Stage stage);

struct ReportAnswer {
  std::string code;
  std::vector<std::string> values;
};

struct ReportContact {
  Personal<std::string> first_name, last_name, email, phone;
  bool is_empty() const { return first_name.is_empty() && last_name.is_empty() && email.is_empty() && phone.is_empty(); }
};

struct ReportPhoto {
  std::string media_type;
  std::string bytes;
};

// What came with a post, checked.
struct NewReport {
  std::string service_code;
  std::string agency;
  bool is_published = true;
  std::optional<protocols::open311::Position> position;
  std::string address;
  std::string address_id;
  std::vector<ReportAnswer> answers;
  Personal<std::string> description;
  ReportContact contact;
  std::optional<ReportPhoto> photo;
  std::int64_t requested_at = 0;
  std::int64_t expected_at = 0;  // 0: not said
};

// Under which a sender may post the same again without a second report; both are hashes.
struct PostKey {
  std::string key_hash;  // empty: the sender gave none
  std::string content_hash;
};

struct Receipt {
  std::int64_t number = 0;
  std::string token;
};

Result<Receipt> keep_report(Connection& connection, const NewReport& report, const PostKey& key);

// The receipt of an earlier post with this key; ChangedElsewhere where that one had another content.
Result<std::optional<Receipt>> find_posted(Connection& connection, const PostKey& key);

struct ReportNote {
  std::int64_t at = 0;
  Stage stage = Stage::Received;
  std::string note;
};

// One row of the view: all that anybody may see.
struct PublicReport {
  std::int64_t number = 0;
  std::string service_code;
  Stage stage = Stage::Received;
  std::string note;
  std::string agency;
  std::string description;
  bool withholds_description = false;
  std::string photo;  // a name below /media
  bool withholds_photo = false;
  std::string address;
  std::string address_id;
  std::optional<protocols::open311::Position> position;
  std::vector<ReportAnswer> answers;
  std::int64_t requested_at = 0;
  std::int64_t updated_at = 0;
  std::int64_t expected_at = 0;
  std::int64_t duplicate_of = 0;
};

struct ReportQuery {
  std::vector<std::int64_t> numbers;  // where there are some, nothing else counts
  std::vector<std::string> service_codes;
  std::optional<bool> is_closed;
  std::int64_t from = 0;
  std::int64_t until = 0;
  std::optional<std::int64_t> updated_after;
  std::optional<std::int64_t> updated_before;
  std::string agency;
  int limit = 1000;
  int skipped = 0;
};

// The newest first.
Result<std::vector<PublicReport>> read_public_reports(Connection& connection, const ReportQuery& query);
// The oldest first; of a report the public may see.
Result<std::vector<ReportNote>> read_notes(Connection& connection, std::int64_t number);
// 0 for a report that has no number yet; nothing for an unknown token.
Result<std::optional<std::int64_t>> find_number(Connection& connection, const std::string& token);
Result<std::optional<ReportPhoto>> find_public_photo(Connection& connection, const std::string& name);

Result<bool> has_reports(Connection& connection);

// Contacts of reports that have been closed for a month, and keys of posts that are a week old.
Outcome forget_what_is_over(Connection& connection, std::int64_t now);

std::string text_from_answers(const std::vector<ReportAnswer>& answers);
std::vector<ReportAnswer> answers_from_text(const std::string& text);
std::int64_t millionths_of(double degrees);
std::optional<protocols::open311::Position> position_from_millionths(std::int64_t latitude, std::int64_t longitude);

}  // namespace stadttor::city_server::open311
