// A citizen's outbox before a municipality's gateway that answers as a test wants: right, wrong, late, or not at all.
#pragma once

#include <nlohmann/json.hpp>

#include "platform/local_exclusive_lock.h"
#include "platform/native/timer_native.h"
#include "services/send_application/outbox.h"
#include "support/fixed_pair.h"
#include "support/scripted_http.h"
#include "support/signed_event.h"
#include "support/statement_key.h"
#include "support/vault_workshop.h"

namespace stadttor::testing {

using Json = nlohmann::json;
using services::send_application::Case;
using services::send_application::CaseProgress;
using services::send_application::HandedOver;
using services::send_application::KeptWhere;
using services::send_application::Outbox;
using services::send_application::SendingFacts;
using services::send_application::Trouble;

// The calls of one delivery, in the order in which they come first.
enum class GatewayCall { Destination, Key, Statement, Announce, Attachment, Submit, Events, ServiceKeys, AuthorityKey, Replies };
inline constexpr int kGatewayCalls = 10;

struct Gateway {
  static constexpr const char* kDestination = "4f2c9f6e-0f4b-4a55-9c42-9a0e2f6d3c11";
  static constexpr const char* kService = "https://fit.musterstadt.example";
  static constexpr const char* kUrn = "urn:de:fim:leika:leistung:99102013104000";
  static constexpr const char* kSchema = "https://musterstadt.example/schemas/hund.schema.json";

  using Answer = Result<platform::HttpResponse>;
  // Something else than the right answer, once the server has done what was asked (or not).
  struct Fault {
    std::function<Answer()> answer;
    bool happens_before = true;
    int times = 1;
  };
  std::map<GatewayCall, Fault> faults;

  StatementKey statement_key;
  platform::Clock& clock;
  std::string status = "active";
  Json encryption_key = authority()["encryption_key"];
  std::string schema = kSchema;
  bool has_reply_channel = false;
  Json replies = Json::array();            // of the authority
  std::vector<std::string> reply_events;   // in the same log as all others
  std::function<std::string(Gateway&)> statement = [](Gateway& gateway) { return gateway.statement_key.token(gateway.statement_payload()); };
  bool is_accepted = false;
  bool is_rejected = false;
  bool is_offline = false;
  std::function<void()> at_request = [] {};

  struct Submission {
    std::string id;
    std::string in_case;
    std::map<std::string, std::string> attachments;
    Json submitted;
    int submits = 0;
  };
  std::vector<Submission> submissions;

  explicit Gateway(platform::Clock& used) : clock(used) {}

  Json statement_payload(std::int64_t life_seconds = 3600) const {
    const std::int64_t now = clock.now() / 1000;
    return {{"destinationId", kDestination}, {"jkt", authority()["thumbprint"]}, {"iat", now}, {"exp", now + life_seconds},
            {"revocation", {{"status", "good"}, {"listedAt", now - 3600}}}};
  }

  int arrived() const {
    int count = 0;
    for (const Submission& submission : submissions) count += submission.submitted.is_null() ? 0 : 1;
    return count;
  }

  Answer answer(const platform::HttpRequest& request) {
    at_request();
    if (is_offline) return Error{ErrorKind::NetworkUnreachable, request.url, "offline", NextStep::TryAgain};
    const GatewayCall call = call_of(request);
    const auto found = faults.find(call);
    if (found == faults.end() || found->second.times == 0) return right_answer(call, request);
    --found->second.times;
    if (!found->second.happens_before) (void)right_answer(call, request);
    return found->second.answer();
  }

 private:
  static bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

  static GatewayCall call_of(const platform::HttpRequest& request) {
    if (has(request.url, "/replies")) return GatewayCall::Replies;
    if (has(request.url, "/statement")) return GatewayCall::Statement;
    if (has(request.url, "jwks.json")) return GatewayCall::ServiceKeys;
    if (has(request.url, "/keys/musterstadt-2026-hund")) return GatewayCall::Key;
    if (has(request.url, "/keys/")) return GatewayCall::AuthorityKey;
    if (has(request.url, "/events")) return GatewayCall::Events;
    if (has(request.url, "/attachments/")) return GatewayCall::Attachment;
    if (request.method == "POST") return GatewayCall::Announce;
    return request.method == "PUT" ? GatewayCall::Submit : GatewayCall::Destination;
  }

  Answer right_answer(GatewayCall call, const platform::HttpRequest& request) {
    switch (call) {
      case GatewayCall::Destination:
        return json(200, {{"destinationId", kDestination}, {"status", status}, {"encryptionKid", encryption_key["kid"]}, {"metadataVersions", {"2.1.0"}},
                          {"services", {{{"identifier", kUrn}, {"regions", {"DE09"}}, {"submissionSchemas", {{{"schemaUri", schema}, {"mimeType", "application/json"}}, {{"schemaUri", "urn:stadttor:rueckfrage-antwort:1"}, {"mimeType", "application/json"}}}}}}},
                          {"replyChannels", has_reply_channel ? Json{{"fitConnect", {{"processStandards", {"urn:stadttor:rueckfrage:1"}}}}} : Json::object()}});
      case GatewayCall::Key: return json(200, encryption_key);
      case GatewayCall::Statement: return platform::HttpResponse{200, statement(*this), {}};
      case GatewayCall::Announce: return announce(request);
      case GatewayCall::Attachment: return put_attachment(request);
      case GatewayCall::Submit: return submit(request);
      case GatewayCall::Events: return json(200, log_of(request.url));
      case GatewayCall::ServiceKeys: {
        Json key = authority()["signature_key"];
        key["kid"] = "zustelldienst-2026";
        return json(200, {{"keys", {key}}});
      }
      case GatewayCall::Replies: return json(200, {{"count", replies.size()}, {"offset", 0}, {"totalCount", replies.size()}, {"replies", replies}});
      case GatewayCall::AuthorityKey: break;
    }
    return json(200, authority()["signature_key"]);
  }

  static platform::HttpResponse json(int status, const Json& body) { return {status, body.dump(), {}}; }

  Answer announce(const platform::HttpRequest& request) {
    const std::string number = std::to_string(submissions.size());
    const Json asked = Json::parse(request.body, nullptr, false);
    const std::string new_case = "7c1f9b5e-3b0a-4e7d-9e51-51f7a5d0a1b" + number;
    submissions.push_back({"f39ab143-d91a-474a-b69f-b00f1a18730" + number, asked.is_object() ? asked.value("caseId", new_case) : new_case, {}, {}, 0});
    return json(201, {{"destinationId", kDestination}, {"submissionId", submissions.back().id}, {"caseId", submissions.back().in_case}});
  }

  Submission* find(const std::string& url) {
    for (Submission& submission : submissions) {
      if (has(url, submission.id.c_str()) || has(url, submission.in_case.c_str())) return &submission;
    }
    return nullptr;
  }

  Answer put_attachment(const platform::HttpRequest& request) {
    Submission* submission = find(request.url);
    if (submission == nullptr) return json(404, {{"type", "submission-not-found"}});
    submission->attachments[request.url.substr(request.url.rfind('/') + 1)] = request.body;
    return platform::HttpResponse{204, "", {}};
  }

  Answer submit(const platform::HttpRequest& request) {
    Submission* submission = find(request.url);
    if (submission == nullptr) return json(404, {{"type", "submission-not-found"}});
    const Json sent = Json::parse(request.body, nullptr, false);
    CHECK_MESSAGE((submission->submitted.is_null() || submission->submitted == sent), "other bytes on the same id");
    submission->submitted = sent;
    ++submission->submits;
    return platform::HttpResponse{202, "{}", {}};
  }

  // Signing takes longer than everything else here: the same event is signed once.
  static std::string event(const char* name, const char* issuer, const Submission& about, const Json& content, const char* key_id = "musterstadt-2026-bescheid") {
    static std::map<std::string, std::string> signed_before;
    std::string& token = signed_before[std::string(name) + issuer + about.id + about.in_case + content.dump() + key_id];
    if (token.empty()) token = signed_event(name, issuer, about.id, about.in_case, content, key_id);
    return token;
  }

  static std::string tag_of(const std::string& jwe) { return jwe.substr(jwe.rfind('.') + 1); }

  Json log_of(const std::string& url) {
    Json events = Json::array();
    for (const Submission& one : submissions) {
      if (!has(url, one.in_case.c_str())) continue;
      const Submission* submission = &one;
      const auto by_service = [&](const char* name, const Json& content) { events.push_back(event(name, kService, *submission, content, "zustelldienst-2026")); };
      by_service("create-submission", Json::object());
      if (!submission->submitted.is_null()) {
        Json files = Json::object();
        for (const auto& file : submission->attachments) files[file.first] = tag_of(file.second);
        const Json tags = {{"authenticationTags", {{"metadata", tag_of(submission->submitted["encryptedMetadata"])}, {"data", tag_of(submission->submitted["encryptedData"])}, {"attachments", files}}}};
        by_service("submit-submission", tags);
        if (is_accepted) events.push_back(event("accept-submission", kDestination, *submission, tags));
        if (is_rejected) {
          const Json problems = {{"problems", {{{"type", "schema-violation"}, {"title", "Rasse fehlt"}, {"detail", "Welche Rasse hat der Hund?"}, {"instance", "data#/dog/breed"}}}}};
          events.push_back(event("reject-submission", kDestination, *submission, problems));
        }
      }
    }
    for (const std::string& token : reply_events) events.push_back(token);
    return {{"count", events.size()}, {"offset", 0}, {"totalCount", events.size()}, {"eventLog", events}};
  }
};

inline HandedOver dog_registration() {
  HandedOver handed;
  handed.receipt.form = "hund-anmelden";
  handed.receipt.title = "Hund anmelden";
  handed.receipt.office = "steueramt";
  handed.receipt.office_name = "Steueramt";
  handed.receipt.destination = Gateway::kDestination;
  handed.receipt.fields = {{"dog.breed", "Rasse", "hund"}};
  auto& application = handed.application;
  application.plain.data = Personal<std::string>(R"({"dog":{"name":"Wotan"}})");
  application.plain.attachments.push_back({"0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21", "application/pdf", "anlage-1.pdf", Personal<std::string>("%PDF-1.7 Wotan")});
  application.schema_uri = Gateway::kSchema;
  application.service = Gateway::kUrn;
  application.service_name = "Hund anmelden";
  application.entry.title = "Hund anmelden";
  application.entry.office = "Steueramt";
  application.entry.destination = Gateway::kDestination;
  application.entry.fields = {{"dog.name", "Name des Hundes", "hund"}};
  return handed;
}

// One tab of a citizen's device.
struct Tab {
  vault::Vault vault;
  int changes = 0;
  Outbox outbox;
  template <class World>
  explicit Tab(World& world)
      : vault(world.ports()),
        outbox({[this] { return vault.is_open() ? &vault : nullptr; }, world.http, world.cryptography, world.clock, world.random, world.locks, world.timer, world.loop}, world.facts(), [this] { ++changes; }) {}
};

struct SendingWorld : VaultWorkshop {
  FixedPairCryptography cryptography{loop};  // instead of the workshop's
  platform::NativeTimer timer{clock};
  platform::LocalExclusiveLock locks{loop};
  Gateway gateway{clock};
  ScriptedHttp http{loop, [this](const platform::HttpRequest& request) { return gateway.answer(request); }};

  SendingFacts facts() {
    auto key = protocols::jose::parse_json_web_key(gateway.statement_key.public_key().dump(), "test");
    CHECK(key.ok());
    return {"https://gateway.example", Gateway::kService, key.ok() ? key.value() : protocols::jose::JsonWebKey{}};
  }

  // A tab whose vault is new and kept on the device.
  std::unique_ptr<Tab> new_tab() {
    auto tab = std::make_unique<Tab>(*this);
    CHECK(create(tab->vault, secrets(recovery())).ok());
    tab->outbox.open(KeptWhere::OnDevice);
    loop.run();
    return tab;
  }
  std::unique_ptr<Tab> other_tab() {
    auto tab = std::make_unique<Tab>(*this);
    CHECK(unlock(tab->vault, recovery()).ok());
    tab->outbox.open(KeptWhere::OnDevice);
    loop.run();
    return tab;
  }

  // Until nothing happens any more, or `milliseconds` have passed.
  void pass(std::int64_t milliseconds = 0) {
    const platform::Instant end = clock.now() + milliseconds;
    loop.run();
    for (int turns = 0; turns < 10'000; ++turns) {
      const auto due = timer.next_due();
      if (!due || *due > end) break;
      clock.set(std::max(clock.now(), *due));
      timer.run();
      loop.run();
    }
    clock.set(end);
  }

  services::outbox::Ledger ledger(Tab& tab) {
    auto read = answer<services::outbox::Ledger>([&](auto callback) { tab.outbox.read_ledger(callback); });
    CHECK(read.ok());
    return read.ok() ? std::move(read).value() : services::outbox::Ledger{};
  }
};

}  // namespace stadttor::testing
