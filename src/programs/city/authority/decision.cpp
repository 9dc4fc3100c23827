#include "programs/city/authority/decision.h"

#include "foundation/json_writer.h"
#include "programs/city/fit_connect/security_event_token.h"
#include "protocols/jose/json_web_encryption.h"

namespace stadttor::city_server::authority {
namespace {

using protocols::jose::authentication_tag_of;

// Of what has been opened and is kept, not of what somebody says was sent.
void write_tags(JsonWriter& json, const InboxApplication& application) {
  json.name("authenticationTags").begin_object();
  json.member("metadata", authentication_tag_of(application.metadata_jwe));
  json.optional_member("data", authentication_tag_of(application.data_jwe));
  json.name("attachments").begin_object();
  for (const auto& [id, jwe] : application.attachments) json.member(id, authentication_tag_of(jwe));
  json.end_object().end_object();
}

void write_problems(JsonWriter& json, const std::vector<DecisionProblem>& problems) {
  json.name("problems").begin_list();
  for (const DecisionProblem& problem : problems) {
    json.begin_object().member("type", problem.type).member("title", problem.title).member("detail", problem.detail);
    json.member("instance", problem.instance).optional_member("pointer", problem.pointer).end_object();
  }
  json.end_list();
}

}  // namespace

Result<std::string> signed_decision(const SigningKey& key, const InboxApplication& application, const Decision& decision, std::int64_t now) {
  const InboxEntry& entry = application.entry;
  const bool is_accepted = decision.verdict == Verdict::Accept;
  JsonWriter content;
  content.begin_object();
  if (is_accepted) write_tags(content, application);
  if (!decision.problems.empty()) write_problems(content, decision.problems);
  const EventStatement statement{entry.destination_id, entry.submission_id, entry.case_id, is_accepted ? "accept-submission" : "reject-submission",
                                 content.end_object().take(), now};
  TRY_ASSIGN(EventToken token, sign_event(key, statement));
  return std::move(token.compact);
}

}  // namespace stadttor::city_server::authority
