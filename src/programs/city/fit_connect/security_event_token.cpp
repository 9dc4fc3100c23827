#include "programs/city/fit_connect/security_event_token.h"

#include "foundation/json_writer.h"
#include "platform/native/secure_random_native.h"
#include "protocols/fit_connect/destination.h"

namespace stadttor::city_server {
namespace {

constexpr const char* kSchema = "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json";
constexpr const char* kEvents = "https://schema.fitko.de/fit-connect/events/";

// {"...events/<name>": content}, and the content is JSON already.
std::string events_member(const EventStatement& statement) {
  JsonWriter name;
  name.text(kEvents + statement.name);
  return R"(,"events":{)" + name.take() + ":" + statement.content + "}}";
}

}  // namespace

Result<EventToken> sign_event(const SigningKey& key, const EventStatement& statement) {
  platform::NativeSecureRandom random;
  TRY_ASSIGN(const std::string bytes, random.bytes(16));
  EventToken token;
  token.id = protocols::fit_connect::uuid_from_random(bytes);
  JsonWriter json;
  json.begin_object().member("$schema", kSchema).member("iss", statement.issuer).name("iat").number(statement.issued_at);
  json.member("jti", token.id).member("sub", statement.reply_id.empty() ? "submission:" + statement.submission_id : "reply:" + statement.reply_id).member("txn", "case:" + statement.case_id);
  TRY_ASSIGN(token.compact, signed_token(key, "secevent+jwt", json.take() + events_member(statement)));
  return token;
}

std::string content_from_tags(const protocols::fit_connect::AuthenticationTags& tags) {
  JsonWriter json;
  json.begin_object().name("authenticationTags").begin_object().member("metadata", tags.metadata).optional_member("data", tags.data);
  if (!tags.attachments.empty()) {
    json.name("attachments").begin_object();
    for (const auto& [id, tag] : tags.attachments) json.member(id, tag);
    json.end_object();
  }
  return json.end_object().end_object().take();
}

std::string content_from_problems(const std::vector<protocols::fit_connect::EventProblem>& problems) {
  JsonWriter json;
  json.begin_object().name("problems").begin_list();
  for (const auto& problem : problems) {
    json.begin_object().member("type", problem.type).member("title", problem.title);
    json.optional_member("detail", problem.detail).optional_member("instance", problem.instance).end_object();
  }
  return json.end_list().end_object().take();
}

}  // namespace stadttor::city_server
