#include "programs/city/authority/asking.h"

#include <algorithm>

#include "programs/city/authority/key_work.h"
#include "programs/city/fit_connect/security_event_token.h"
#include "protocols/fit_connect/question.h"
#include "protocols/fit_connect/sealing.h"

namespace stadttor::city_server::authority {

namespace fit_connect = protocols::fit_connect;

namespace {

Result<protocols::jose::EncryptionKey> imported(KeyWork& work, const platform::RsaPublicNumbers& numbers, const std::string& key_id) {
  TRY_ASSIGN(const platform::KeyHandle handle, work.answer_of<platform::KeyHandle>([&](auto callback) {
    work.cryptography().import_rsa_public(platform::KeyKind::RsaOaepPublic, numbers, callback);
  }));
  return protocols::jose::EncryptionKey{handle, key_id};
}

Result<std::string> new_reply_id(platform::SecureRandom& random) {
  TRY_ASSIGN(const std::string bytes, random.bytes(16));
  return fit_connect::uuid_from_random(bytes);
}

}  // namespace

Result<Question> sealed_question(const AuthorityKeys& keys, platform::SecureRandom& random, const Asking& asking, const std::string& text) {
  const InboxEntry& entry = asking.application.entry;
  const std::string data = fit_connect::json_from_question(text);
  KeyWork work;
  TRY_ASSIGN(const protocols::jose::EncryptionKey citizen, imported(work, asking.reply_key.rsa, asking.reply_key.key_id));
  TRY_ASSIGN(const protocols::jose::EncryptionKey own, imported(work, keys.decryption.open, keys.encryption_key_id));

  Question question;
  question.submission_id = entry.submission_id;
  question.clerk = asking.clerk;
  question.asked_at = asking.now;
  TRY_ASSIGN(question.reply_id, new_reply_id(random));
  TRY_ASSIGN(question.text_jwe, work.answer_of<std::string>([&](auto callback) {
    protocols::jose::encrypt_jwe(work.cryptography(), own, "application/json", data, callback);
  }));
  fit_connect::PlainSubmission plain;
  plain.data = Personal<std::string>(data);
  plain.schema = {fit_connect::kQuestionSchema, "application/json"};
  TRY_ASSIGN(fit_connect::Sealed sealed, work.answer_of<fit_connect::Sealed>([&](auto callback) {
    fit_connect::seal_submission(work.cryptography(), citizen, std::move(plain), callback);
  }));
  const EventStatement statement{entry.destination_id, entry.submission_id, entry.case_id, "submit-reply", content_from_tags(sealed.parts.tags), asking.now, question.reply_id};
  TRY_ASSIGN(EventToken token, sign_event(keys.signing, statement));
  question.event = std::move(token.compact);
  question.metadata_jwe = std::move(sealed.parts.metadata);
  question.data_jwe = std::move(sealed.parts.data);
  return question;
}

std::string problem_of_question(const std::string& text) {
  if (text.empty()) return "Schreiben Sie, was Sie wissen möchten.";
  // Characters, not bytes: what continues a character in UTF-8 is not counted.
  const auto characters = std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; });
  return static_cast<std::size_t>(characters) > fit_connect::kLongestQuestion ? "Die Rückfrage ist zu lang: höchstens 2000 Zeichen." : std::string();
}

}  // namespace stadttor::city_server::authority
