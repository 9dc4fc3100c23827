// An inbox with one form, a delivery service that exists only in the test, and a clerk at a browser without scripts. Applications
// are sealed as the citizen's portal seals them; keys are those of tests/protocols/fixtures/authority.json.
#pragma once

#include <map>
#include <memory>

#include "platform/native/secure_random_native.h"
#include "programs/city/authority/authority.h"
#include "programs/city/authority/clerk_accounts.h"
#include "programs/city/authority/inbox_schema.h"
#include "programs/city/temporary_folder.h"
#include "protocols/fit_connect/sealing.h"
#include "protocols/jose/json_web_key.h"
#include "support/fake_clock.h"
#include "support/later_answers.h"
#include "support/signed_event.h"

namespace stadttor::testing {

namespace fit_connect = protocols::fit_connect;
using city_server::Answer;
using city_server::IncomingRequest;
using city_server::authority::FetchedSubmission;
using city_server::authority::WaitingSubmission;

inline constexpr const char* kServiceIssuer = "https://zustelldienst.example";
inline constexpr const char* kDestination = "1f0b7a52-3d53-4e8e-9d9b-3a1f2c4d5e6f";
inline constexpr const char* kLeika = "99102013104000";
inline constexpr const char* kHundSchema = "https://musterstadt.example/schemas/hund.json";

inline std::string compiled_form() {
  return R"({"id": "hund", "title": "Hund anmelden", "leika": ")" + std::string(kLeika) + R"(", "schema_uri": ")" + kHundSchema +
         R"(", "retention": "Zehn Jahre.", "steps": [{"id": "s", "title": "S", "questions": [
      {"id": "name", "kind": "name", "label": "Rufname", "required": true},
      {"id": "breed", "kind": "choice", "label": "Rasse", "options": [{"value": "d", "label": "Dackel"}]},
      {"id": "home", "kind": "address", "label": "Anschrift"}]}],
    "schema": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "maxLength": 20}}}})";
}

// The receiving side of a Submission API, as far as an inbox sees it.
class FakeSource : public city_server::authority::SubmissionSource {
 public:
  Result<std::vector<WaitingSubmission>> request_waiting() override {
    if (is_away) return away();
    std::vector<WaitingSubmission> waiting;
    for (const auto& [id, submission] : submissions) waiting.push_back(submission.waiting);
    return waiting;
  }
  Result<FetchedSubmission> request_submission(const std::string& id) override { return submissions.at(id); }
  Result<std::string> request_attachment(const std::string&, const std::string& id) override { return attachments.at(id); }
  Result<std::vector<std::string>> request_events(const std::string& case_id) override {
    if (is_away) return away();
    return events[case_id];
  }
  Result<std::string> request_service_keys() override { return nlohmann::json{{"keys", {authority()["signature_key"]}}}.dump(); }
  Outcome post_event(const std::string& case_id, const std::string& token) override {
    posted.push_back(token);
    if (loses_answers) events[case_id].push_back(token);
    if (is_away || loses_answers) return away();
    if (!events[case_id].empty() && events[case_id].back() == token) return Error{ErrorKind::ChangedElsewhere, "events", "409", NextStep::None};
    events[case_id].push_back(token);
    return Done{};
  }

  Outcome post_reply(const city_server::authority::SealedReply& reply) override {
    if (is_away) return away();
    replies[reply.reply_id] = reply;
    return Done{};
  }

  std::map<std::string, city_server::authority::SealedReply> replies;
  std::map<std::string, FetchedSubmission> submissions;
  std::map<std::string, std::string> attachments;
  std::map<std::string, std::vector<std::string>> events;
  std::vector<std::string> posted;
  bool is_away = false;
  bool loses_answers = false;

 private:
  static Error away() { return {ErrorKind::NetworkUnreachable, "source", "is away", NextStep::TryAgain}; }
};

inline Result<city_server::AuthorityKeys> fixture_keys() {
  city_server::AuthorityKeys keys;
  TRY_ASSIGN(keys.decryption, protocols::jose::parse_rsa_private_key(authority()["decryption_key"].dump(), "test"));
  keys.encryption_key_id = authority()["encryption_key"]["kid"];
  keys.signing = {fixture_signing_key(), authority()["signature_key"]["kid"], "PS512"};
  return keys;
}

class AuthorityWorld {
 public:
  explicit AuthorityWorld(city_server::open311::ReportOffice* reports = nullptr) {
    folder_.write("site/de/index.html", "<html data-daten=\"/daten/1/\">\n<link rel=\"stylesheet\" href=\"/assets/s.css\">\n</head>\n");
    folder_.write("site/daten/1/de/start.json", R"({"city": {"name": "Musterstadt"}, "texts": {"form.part.street": "Straße"}})");
    folder_.write("site/daten/1/de/antraege/hund.json", compiled_form());
    shelf_ = city_server::authority::FormShelf::open(folder_.path() / "site");
    auto opened = city_server::Connection::open(folder_.path() / "inbox.sqlite", city_server::authority::inbox_schema());
    if (!CHECK(opened.ok())) std::abort();
    connection_.emplace(std::move(opened).value());
    CHECK(city_server::authority::set_clerk(*connection_, "anna", Secret("richtig und lang")).ok());
    using city_server::authority::AuthorityParts;
    inbox_ = std::make_unique<city_server::authority::Authority>(AuthorityParts{shelf_, *connection_, source, kServiceIssuer, &fixture_keys, clock, random_, {}, reports});
  }

  // Seals as the citizen's portal does, and lets the delivery service say that it came.
  std::string send(const std::string& data, std::vector<fit_connect::PlainAttachment> attachments = {}, const std::string& email = "anna@example.org") {
    return send({Personal<std::string>(data), {kHundSchema, "application/json"}, std::move(attachments), Personal<std::string>(email), {}, "2026-11-25"});
  }

  // Into a case that is there already where `in_case` names one.
  std::string send(fit_connect::PlainSubmission plain, const std::string& in_case = {}) {
    const std::string number = std::to_string(++sent_);
    WaitingSubmission waiting{kDestination, "00000000-0000-4000-8000-00000000000" + number, in_case.empty() ? "00000000-0000-4000-9000-00000000000" + number : in_case};
    auto answered = shop_.answer<fit_connect::Sealed>([&, key = recipient()](auto callback) { fit_connect::seal_submission(shop_.cryptography, key, std::move(plain), callback); });
    if (!CHECK(answered.ok())) return {};
    const fit_connect::SealedSubmission sealed = std::move(answered.value().parts);
    FetchedSubmission fetched{waiting, std::string("urn:de:fim:leika:leistung:") + kLeika, "Hund anmelden", sealed.metadata, sealed.data, {}};
    nlohmann::json tags = {{"metadata", sealed.tags.metadata}, {"data", sealed.tags.data}, {"attachments", nlohmann::json::object()}};
    for (const auto& attachment : sealed.attachments) {
      fetched.attachment_ids.push_back(attachment.id);
      source.attachments[attachment.id] = attachment.jwe;
      tags["attachments"][attachment.id] = sealed.tags.attachments.at(attachment.id);
    }
    auto& log = source.events[waiting.case_id];
    log.push_back(signed_event("create-submission", kServiceIssuer, waiting.submission_id, waiting.case_id));
    log.push_back(signed_event("submit-submission", kServiceIssuer, waiting.submission_id, waiting.case_id, {{"authenticationTags", tags}}));
    source.submissions[waiting.submission_id] = fetched;
    return waiting.submission_id;
  }

  Answer get(const std::string& path) {
    IncomingRequest request;
    request.method = "GET";
    request.path = path.substr(0, path.find('?'));
    if (const std::size_t equals = path.find('='); equals != std::string::npos) {
      const std::size_t mark = path.find('?');
      request.query = {{path.substr(mark + 1, equals - mark - 1), path.substr(equals + 1)}};
    }
    request.cookie = cookie;
    return keep_cookie(inbox_->answer(request));
  }

  // With the token that the page's forms carry.
  Answer post(const std::string& path, const std::string& fields) { return post_plainly(path, "token=" + token() + "&" + fields); }
  Answer post_plainly(const std::string& path, const std::string& body, const std::string& fetch_site = "same-origin") {
    IncomingRequest request;
    request.method = "POST";
    request.path = path;
    request.cookie = cookie;
    request.content_type = "application/x-www-form-urlencoded";
    request.fetch_site = fetch_site;
    request.client_address = "192.0.2.1";
    request.body_state = city_server::BodyState::Read;
    request.body = body;
    return keep_cookie(inbox_->answer(request));
  }

  Answer log_in(const std::string& password = "richtig+und+lang") { return post_plainly("/behoerde/anmelden", "name=anna&password=" + password); }

  std::string token() {
    const std::string page = get("/behoerde/protokoll").body;
    const std::string mark = "name=\"token\" type=\"hidden\" value=\"";
    const std::size_t at = page.find(mark);
    return at == std::string::npos ? std::string() : page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size());
  }

  city_server::Connection& connection() { return *connection_; }
  Workshop& shop() { return shop_; }

  FakeSource source;
  FakeClock clock{usual_morning() + 48LL * 3600 * 1000};
  std::string cookie;

 private:
  Answer keep_cookie(Answer answer) {
    const std::string_view field = answer.header("Set-Cookie");
    if (!field.empty()) cookie = std::string(field.substr(0, field.find(';')));
    return answer;
  }

  protocols::jose::EncryptionKey recipient() {
    auto key = protocols::jose::parse_json_web_key(authority()["encryption_key"].dump(), "test");
    auto handle = shop_.answer<platform::KeyHandle>([&](auto callback) { shop_.cryptography.import_rsa_public(platform::KeyKind::RsaOaepPublic, key.value().rsa, callback); });
    return {handle.value(), key.value().key_id};
  }

  city_server::TemporaryFolder folder_;
  Workshop shop_;
  platform::NativeSecureRandom random_;
  city_server::authority::FormShelf shelf_;
  std::optional<city_server::Connection> connection_;
  std::unique_ptr<city_server::authority::Authority> inbox_;
  int sent_ = 0;
};

inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace stadttor::testing
