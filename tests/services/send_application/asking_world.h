// A gateway over which the authority asks back about the first application.
#pragma once

#include "protocols/fit_connect/question.h"
#include "protocols/fit_connect/sealing.h"
#include "services/send_application/gateway_world.h"

namespace stadttor::testing {

inline constexpr std::int64_t kMinute = 60'000;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr const char* kReply = "3d2c1b0a-61c5-4d7b-8a39-5f0f7c1f2a44";
inline constexpr const char* kQuestion = "Welche Chipnummer hat Wotan?";

struct AskingWorld : SendingWorld {
  AskingWorld() { gateway.has_reply_channel = true; }

  // What the authority reads, and what the citizen's key opens: in these tests it is the same key.
  Json opened(const std::string& jwe) { return Json::parse(plain(jwe), nullptr, false); }
  std::string plain(const std::string& jwe) {
    auto numbers = protocols::jose::parse_rsa_private_key(authority()["decryption_key"].dump(), "test");
    auto handle = answer<platform::KeyHandle>([&](auto callback) { cryptography.import_rsa_private(std::move(numbers).value(), callback); });
    const std::string header = protocols::jose::parse_base64url(jwe.substr(0, jwe.find('.'))).value_or("{}");
    const protocols::jose::EncryptionKey key{handle.value(), Json::parse(header)["kid"]};
    auto text = answer<protocols::jose::DecryptedJwe>([&](auto callback) { protocols::jose::decrypt_jwe(cryptography, key, jwe, callback); });
    return text.ok() ? text.value().plaintext : std::string();
  }

  // The authority's question in the first case, sealed for the key that the application brought along.
  void ask(const std::string& text = kQuestion, const std::string& issuer = Gateway::kDestination) {
    protocols::fit_connect::PlainSubmission plain;
    plain.data = Personal<std::string>(protocols::fit_connect::json_from_question(text));
    plain.schema = {protocols::fit_connect::kQuestionSchema, "application/json"};
    auto key = protocols::jose::parse_json_web_key(authority()["encryption_key"].dump(), "test");
    auto handle = answer<platform::KeyHandle>([&](auto callback) { cryptography.import_rsa_public(platform::KeyKind::RsaOaepPublic, key.value().rsa, callback); });
    auto sealed = answer<protocols::fit_connect::Sealed>([&](auto callback) {
      protocols::fit_connect::seal_submission(cryptography, {handle.value(), authority()["thumbprint"]}, std::move(plain), callback);
    });
    if (!CHECK(sealed.ok())) return;
    const auto& parts = sealed.value().parts;
    gateway.replies = {{{"replyId", kReply}, {"encryptedMetadata", parts.metadata}, {"encryptedData", parts.data}}};
    const Json tags = {{"authenticationTags", {{"metadata", parts.tags.metadata}, {"data", parts.tags.data}}}};
    gateway.reply_events = {signed_event("submit-reply", issuer, kReply, gateway.submissions.at(0).in_case, tags, "musterstadt-2026-bescheid", "reply:")};
  }

  // An hour after an application was sent from the tab, a question has come.
  void send_and_be_asked(Tab& tab) {
    CHECK(tab.outbox.send(dog_registration()).ok());
    pass();
    ask();
    pass(kHour);
  }
};

inline Case application_in(const Tab& tab) {
  for (const Case& known : tab.outbox.cases()) {
    if (!services::send_application::is_answer(known)) return known;
  }
  return {};
}

inline std::string text_of(const Personal<std::string>& text) { return text.reveal<"a test compares what is kept">(); }

}  // namespace stadttor::testing
