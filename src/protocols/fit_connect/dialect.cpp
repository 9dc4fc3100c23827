#include "protocols/fit_connect/dialect.h"

#include "foundation/json_writer.h"

namespace stadttor::protocols::fit_connect {

namespace {

// As many events as one answer may have.
constexpr const char* kPage = "limit=500&offset=";

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string path;
  for (const std::string_view part : parts) path.append(part);
  return path;
}

void write_ids(JsonWriter& json, const Announcement& announcement) {
  json.member("destinationId", announcement.destination_id).name("announcedAttachments").begin_list();
  for (const std::string& id : announcement.attachment_ids) json.text(id);
  json.end_list().optional_member("caseId", announcement.case_id);
}

void write_service(JsonWriter& json, const char* name, const Announcement& announcement) {
  json.name(name).begin_object().member("name", announcement.service_name).member("identifier", announcement.service_identifier).end_object();
}

class DialectV1 final : public Dialect {
 public:
  std::string destination_path(std::string_view id) const override { return joined({"/v1/destinations/", id}); }
  std::string key_path(std::string_view id, std::string_view key) const override { return joined({"/v1/destinations/", id, "/keys/", key}); }
  std::string submissions_path() const override { return "/v1/submissions"; }
  std::string events_path(const AnnouncedSubmission& submission, unsigned offset) const override {
    return joined({"/v1/cases/", submission.case_id, "/events?", kPage, std::to_string(offset)});
  }
  std::string announcement_body(const Announcement& announcement) const override {
    JsonWriter json;
    json.begin_object();
    write_ids(json, announcement);
    write_service(json, "serviceType", announcement);
    return json.end_object().take();
  }
  int submitted_status() const override { return 202; }
};

class DialectV2 final : public Dialect {
 public:
  std::string destination_path(std::string_view id) const override { return joined({"/v2/destinations/", id}); }
  std::string key_path(std::string_view id, std::string_view key) const override { return joined({"/v2/destinations/", id, "/keys/", key}); }
  std::string submissions_path() const override { return "/v2/submissions"; }
  std::string events_path(const AnnouncedSubmission& submission, unsigned offset) const override {
    return joined({"/v2/submissions/", submission.submission_id, "/events?", kPage, std::to_string(offset)});
  }
  std::string announcement_body(const Announcement& announcement) const override {
    JsonWriter json;
    json.begin_object();
    write_ids(json, announcement);
    write_service(json, "publicService", announcement);
    json.optional_member("region", announcement.region);
    return json.end_object().take();
  }
  int submitted_status() const override { return 200; }
};

}  // namespace

std::string Dialect::submission_path(std::string_view submission_id) const { return joined({submissions_path(), "/", submission_id}); }

std::string Dialect::attachment_path(std::string_view submission_id, std::string_view attachment_id) const {
  return joined({submissions_path(), "/", submission_id, "/attachments/", attachment_id});
}

const Dialect& dialect_v1() {
  static const DialectV1 dialect;
  return dialect;
}

const Dialect& dialect_v2() {
  static const DialectV2 dialect;
  return dialect;
}

std::string submission_body(std::string_view encrypted_metadata, std::string_view encrypted_data) {
  JsonWriter json;
  json.begin_object().member("encryptedMetadata", encrypted_metadata).optional_member("encryptedData", encrypted_data);
  return json.end_object().take();
}

}  // namespace stadttor::protocols::fit_connect
