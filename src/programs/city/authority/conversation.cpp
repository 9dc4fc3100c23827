#include "programs/city/authority/conversation.h"

#include "foundation/json_writer.h"
#include "programs/city/authority/key_work.h"
#include "protocols/fit_connect/question.h"
#include "protocols/jose/json_web_encryption.h"

namespace stadttor::city_server::authority {

namespace fit_connect = protocols::fit_connect;

Result<OpenedFollower> open_follower(const InboxApplication& application, DecryptionKey key, const FormShelf& shelf) {
  TRY_ASSIGN(OpenedApplication opened, open_application(application, std::move(key), shelf));
  OpenedFollower follower{application, std::nullopt, {}};
  if (opened.metadata.data_schema.uri != fit_connect::kAnswerSchema) return follower;
  const Personal<std::string> json(text_from_json(opened.data.reveal<"the clerk who has asked reads the answer">()));
  auto answer = fit_connect::parse_answer(json);
  if (!answer.ok()) return follower;
  follower.answered = answer.value().reply_to;
  follower.answer = ReceivedAnswer{application.entry.submission_id, application.entry.submitted_at, std::move(answer.value().text), std::move(opened.attachments),
                                   opened.findings.empty()};
  return follower;
}

Personal<std::string> opened_text(const Question& question, DecryptionKey key) {
  KeyWork work;
  auto handle = work.answer_of<platform::KeyHandle>([&](auto callback) { work.cryptography().import_rsa_private(std::move(key.numbers), callback); });
  if (!handle.ok()) return {};
  const protocols::jose::EncryptionKey own{handle.value(), key.key_id};
  auto plain = work.answer_of<protocols::jose::DecryptedJwe>([&](auto callback) { protocols::jose::decrypt_jwe(work.cryptography(), own, question.text_jwe, callback); });
  if (!plain.ok()) return {};
  auto text = fit_connect::parse_question(Personal<std::string>(std::move(plain.value().plaintext)));
  return text.ok() ? std::move(text).value() : Personal<std::string>();
}

}  // namespace stadttor::city_server::authority
