// What the two versions of the Submission API say differently: paths, bodies, answers. Everything else of FIT-Connect is the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace stadttor::protocols::fit_connect {

struct Announcement {
  std::string destination_id;
  std::string service_name;
  std::string service_identifier;  // URN
  std::string region;              // "DE..."; v2 only, may be empty
  std::vector<std::string> attachment_ids;
  std::string case_id = {};  // of an earlier submission that this one belongs to; empty: a new case
};

struct AnnouncedSubmission {
  std::string submission_id;
  std::string case_id;
};

class Dialect {
 public:
  virtual ~Dialect() = default;

  virtual std::string destination_path(std::string_view destination_id) const = 0;
  virtual std::string key_path(std::string_view destination_id, std::string_view key_id) const = 0;
  virtual std::string submissions_path() const = 0;
  virtual std::string events_path(const AnnouncedSubmission& submission, unsigned offset) const = 0;
  virtual std::string announcement_body(const Announcement& announcement) const = 0;
  // Of the last PUT: 202 in v1, 200 in v2.
  virtual int submitted_status() const = 0;

  std::string submission_path(std::string_view submission_id) const;
  std::string attachment_path(std::string_view submission_id, std::string_view attachment_id) const;
};

// v1.1.3 as its OpenAPI has it, v2 as it was observed in 2026.
const Dialect& dialect_v1();
const Dialect& dialect_v2();

std::string submission_body(std::string_view encrypted_metadata, std::string_view encrypted_data);

}  // namespace stadttor::protocols::fit_connect
