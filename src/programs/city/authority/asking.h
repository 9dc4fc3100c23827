// Seals what a clerk asks: for the key the citizen's application brought along, with the authority's signed word of what it consists of
// (submit-reply), and once more for the authority itself.
#pragma once

#include "platform/secure_random.h"
#include "programs/city/authority/inbox_records.h"
#include "programs/city/authority/question_records.h"
#include "programs/city/keys/key_folder.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::city_server::authority {

struct Asking {
  const InboxApplication& application;
  const protocols::jose::JsonWebKey& reply_key;  // has passed the checks of a key to encrypt for
  std::string clerk;
  std::int64_t now = 0;
};

Result<Question> sealed_question(const AuthorityKeys& keys, platform::SecureRandom& random, const Asking& asking, const std::string& text);

// What is wrong with the text, in a sentence; empty where nothing is.
std::string problem_of_question(const std::string& text);

}  // namespace stadttor::city_server::authority
