#include "programs/city/authority/opening.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "forms/submission_check.h"
#include "programs/city/authority/key_work.h"
#include "protocols/fit_connect/question.h"
#include "protocols/jose/json_web_encryption.h"

namespace stadttor::city_server::authority {

using protocols::fit_connect::AttachmentMetadata;
using protocols::jose::DecryptedJwe;

namespace {

constexpr const char* kMetadata = "metadata";
constexpr const char* kData = "data";

class Opener {
 public:
  Opener(const InboxApplication& application, const FormShelf& shelf) : application_(application), shelf_(shelf) {}

  Result<OpenedApplication> open(DecryptionKey key) {
    key_.key_id = std::move(key.key_id);
    TRY_ASSIGN(key_.handle, work_.answer_of<platform::KeyHandle>([&](auto callback) { work_.cryptography().import_rsa_private(std::move(key.numbers), callback); }));
    check_tag(application_.metadata_jwe, application_.confirmed.metadata, kMetadata);
    check_tag(application_.data_jwe, application_.confirmed.data, kData);
    open_metadata();
    open_data();
    open_attachments();
    return std::move(opened_);
  }

 private:
  void find(ProblemType type, std::string instance, std::string pointer = {}) {
    opened_.findings.push_back({type, std::move(instance), std::move(pointer)});
  }

  void check_tag(const std::string& jwe, const std::string& confirmed, const char* instance) {
    if (jwe.empty() && confirmed.empty()) return;
    const bool is_same = !confirmed.empty() && protocols::jose::authentication_tag_of(jwe) == confirmed;
    if (!is_same) find(ProblemType::IncorrectAuthenticationTag, instance);
  }

  std::optional<DecryptedJwe> decrypted(const std::string& jwe, const std::string& instance) {
    auto opened = work_.answer_of<DecryptedJwe>([&](auto callback) { protocols::jose::decrypt_jwe(work_.cryptography(), key_, jwe, callback); });
    if (opened.ok()) return std::move(opened).value();
    find(ProblemType::EncryptionIssue, instance);
    return std::nullopt;
  }

  bool has_hash(const std::string& bytes, const std::string& expected) {
    const auto hash = work_.answer_of<std::string>([&](auto callback) { work_.cryptography().hash(platform::HashKind::Sha512, bytes, callback); });
    return hash.ok() && protocols::fit_connect::hexadecimal(hash.value()) == expected;
  }

  void open_metadata() {
    const auto plain = decrypted(application_.metadata_jwe, kMetadata);
    if (!plain) return;
    auto metadata = parse_metadata(plain->plaintext);
    if (!metadata.ok()) return find(ProblemType::SyntaxViolation, kMetadata);
    opened_.metadata = std::move(metadata).value();
    has_metadata_ = true;
    if (!is_known_schema(opened_.metadata.schema)) find(ProblemType::SchemaViolation, kMetadata);
    // It has a schema of its own, not that of the form it is about.
    if (opened_.metadata.data_schema.uri == protocols::fit_connect::kAnswerSchema) return;
    opened_.form = shelf_.find(opened_.metadata.data_schema.uri, application_.entry.service_identifier, application_.entry.destination_id);
    if (opened_.form == nullptr) find(ProblemType::UnsupportedSchema, kData);
  }

  void open_data() {
    if (application_.data_jwe.empty()) return find(ProblemType::MissingData, kData);
    const auto plain = decrypted(application_.data_jwe, kData);
    if (!plain) return;
    if (has_metadata_ && !has_hash(plain->plaintext, opened_.metadata.data_hash)) find(ProblemType::HashMismatch, kData);
    auto document = JsonDocument::parse(plain->plaintext, kData);
    if (!document.ok()) return find(ProblemType::SyntaxViolation, kData);
    opened_.data = Personal<JsonValue>(document.value().root().as_value());
    if (opened_.form == nullptr) return;
    const auto problems = forms::submission_problems(*opened_.form, opened_.data);
    if (!problems.ok()) return find(ProblemType::TechnicalError, kData);
    for (const forms::SchemaProblem& problem : problems.value()) find(ProblemType::SchemaViolation, kData, problem.instance);
  }

  void open_attachments() {
    for (const auto& [id, jwe] : application_.attachments) {
      const std::string instance = "attachment:" + id;
      const auto confirmed = application_.confirmed.attachments.find(id);
      check_tag(jwe, confirmed == application_.confirmed.attachments.end() ? std::string() : confirmed->second, instance.c_str());
      auto plain = decrypted(jwe, instance);
      OpenedAttachment attachment{id, {}, {}, {}, false};
      const auto& named = opened_.metadata.attachments;
      const auto meant = std::find_if(named.begin(), named.end(), [&id = id](const AttachmentMetadata& known) { return known.id == id; });
      if (has_metadata_ && meant == named.end()) find(ProblemType::AttachmentsMismatch, instance);
      if (meant != named.end()) {
        attachment.file_name = meant->file_name;
        attachment.media_type = meant->media_type;
        attachment.is_sound = plain && has_hash(plain->plaintext, meant->hash);
        if (plain && !attachment.is_sound) find(ProblemType::HashMismatch, instance);
      }
      if (plain) attachment.bytes = Personal<std::string>(std::move(plain->plaintext));
      opened_.attachments.push_back(std::move(attachment));
    }
    put_in_order();
    for (const AttachmentMetadata& named : opened_.metadata.attachments) {
      const auto& there = application_.attachments;
      const bool has_come = std::any_of(there.begin(), there.end(), [&named](const auto& received) { return received.first == named.id; });
      if (!has_come) find(ProblemType::MissingAttachment, "attachment:" + named.id);
    }
  }

  // As the citizen sent them; those that nobody announced come last.
  void put_in_order() {
    const auto& named = opened_.metadata.attachments;
    const auto place_of = [&named](const OpenedAttachment& attachment) {
      return std::find_if(named.begin(), named.end(), [&attachment](const AttachmentMetadata& known) { return known.id == attachment.id; }) - named.begin();
    };
    std::stable_sort(opened_.attachments.begin(), opened_.attachments.end(), [&place_of](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
  }

  const InboxApplication& application_;
  const FormShelf& shelf_;
  KeyWork work_;
  protocols::jose::EncryptionKey key_;
  OpenedApplication opened_;
  bool has_metadata_ = false;
};

}  // namespace

Result<OpenedApplication> open_application(const InboxApplication& application, DecryptionKey key, const FormShelf& shelf) {
  return Opener(application, shelf).open(std::move(key));
}

}  // namespace stadttor::city_server::authority
