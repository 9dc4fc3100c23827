// The provisional reply channel of the delivery service: who may say what in a case, and what the sender is given.
#include "programs/city/small_authority.h"

using namespace stadttor;
using namespace stadttor::city_server;

namespace {

constexpr const char* kReply = "3d2c1b0a-61c5-4d7b-8a39-5f0f7c1f2a44";

std::string tag_of(const std::string& jwe) { return jwe.substr(jwe.rfind('.') + 1); }

struct ReplyingAuthority : SmallAuthority {
  std::string body(const std::string& content = "question") const {
    return std::string(R"({"replyId":")") + kReply + R"(","caseId":")" + case_id + R"(","encryptedMetadata":")" + jwe("about it") + R"(","encryptedData":")" + jwe(content) + "\"}";
  }
  Answer reply(const std::string& content = "question") const { return ask(receiver, "POST", "replies", body(content)); }
  Answer post_reply_event(const std::string& content = "question", const char* about = kReply) const {
    EventStatement said = statement("submit-reply", content_from_tags({tag_of(jwe("about it")), tag_of(jwe(content)), {}}));
    said.reply_id = about;
    return post(said);
  }
  std::string replies() const { return ask(sender, "GET", "cases/" + case_id + "/replies").body; }
};

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("a reply is given to the sender once the authority's signed event says what it consists of") {
    ReplyingAuthority authority;
    authority.send();
    CHECK(authority.reply().status == 201);
    CHECK(authority.replies().find(kReply) == std::string::npos);
    CHECK(authority.post_reply_event().status == 204);
    CHECK(authority.replies().find(kReply) != std::string::npos);
    CHECK(authority.replies().find(authority.jwe("question")) != std::string::npos);
    CHECK(authority.log() == "create submit submit");
    CHECK(authority.post_reply_event().status == 409);
  }

  TEST_CASE("the same reply once more is the same; another under its id is refused") {
    ReplyingAuthority authority;
    authority.send();
    CHECK(authority.reply().status == 201);
    CHECK(authority.reply().status == 201);
    CHECK(authority.reply("something else").status == 422);
  }

  TEST_CASE("an event with other tags, or about a reply that is not there, is refused") {
    ReplyingAuthority authority;
    authority.send();
    CHECK(authority.post_reply_event().status == 422);
    CHECK(authority.reply().status == 201);
    CHECK(authority.post_reply_event("something else").status == 422);
    CHECK(authority.post_reply_event("question", "00000000-0000-4000-8000-000000000000").status == 422);
    CHECK(authority.replies().find(kReply) == std::string::npos);
  }

  TEST_CASE("a sender may not reply, a stranger may not read, and what is no JWE is not taken") {
    ReplyingAuthority authority;
    authority.send();
    CHECK(authority.ask(authority.sender, "POST", "replies", authority.body()).status == 403);
    CHECK(authority.ask("", "GET", "cases/" + authority.case_id + "/replies").status == 401);
    CHECK(authority.ask(authority.sender, "GET", "cases/00000000-0000-4000-8000-000000000000/replies").status == 404);
    CHECK(authority.ask(authority.receiver, "POST", "replies", R"({"replyId":"x"})").status == 400);
    std::string open = authority.body();
    open.replace(open.find(authority.jwe("question")), authority.jwe("question").size(), "plain");
    CHECK(authority.ask(authority.receiver, "POST", "replies", open).status == 400);
  }

  TEST_CASE("after an answer in the same case the authority's word about the application is still about the application") {
    ReplyingAuthority authority;
    authority.send();
    const std::string application = authority.submission_id;
    const std::string content = content_from_tags(authority.tags());
    const Answer answer = authority.ask(authority.sender, "POST", "submissions",
                                        std::string(R"({"destinationId":")") + kDestination + R"(","caseId":")" + authority.case_id +
                                            R"(","announcedAttachments":[],"serviceType":{"name":"Antwort","identifier":")" + kService + "\"}}");
    CHECK(answer.status == 201);
    CHECK(SmallAuthority::text_in(answer, "caseId") == authority.case_id);
    CHECK(authority.post(authority.statement("accept-submission", content)).status == 204);
    const auto stored = find_submission(authority.connection, application);
    if (!CHECK((stored.ok() && stored.value()))) return;
    CHECK(stored.value()->state == SubmissionState::Accepted);
  }
}
