// A clerk asks back, and reads the answer: what leaves is for the citizen's key alone, and what comes belongs to the case.
#include "foundation/url.h"
#include "programs/city/authority/authority_world.h"
#include "programs/city/authority/question_records.h"
#include "protocols/fit_connect/question.h"
#include "protocols/fit_connect/reply.h"
#include "protocols/jose/json_web_signature.h"

using namespace stadttor;
using namespace stadttor::testing;

namespace {

const std::string kQuestion = "Welche Chipnummer hat Wotan?";

std::string page_of(const std::string& id) { return "/behoerde/antrag/" + id; }

// The citizen's own key is the fixture's, so that no test makes one.
std::string send_with_key(AuthorityWorld& world) {
  fit_connect::PlainSubmission plain;
  plain.data = Personal<std::string>(R"({"name":"Wotan"})");
  plain.schema = {kHundSchema, "application/json"};
  const auto key = protocols::jose::parse_json_web_key(authority()["encryption_key"].dump(), "test");
  CHECK(key.ok());
  plain.reply_key = fit_connect::ReplyKey{key.value().rsa, "der-buergerin-eigener"};
  return world.send(std::move(plain));
}

std::string asks(AuthorityWorld& world, const std::string& id, const std::string& question = kQuestion) {
  const Answer answer = world.post(page_of(id) + "/rueckfrage", "question=" + percent_encoded(question));
  CHECK(answer.status == 303);
  return std::string(answer.header("Location"));
}

std::string answers(AuthorityWorld& world, const std::string& id, const std::string& reply_to, const std::string& text, std::vector<fit_connect::PlainAttachment> files = {}) {
  fit_connect::PlainSubmission plain;
  plain.attachments = std::move(files);
  plain.data = fit_connect::json_from_answer({reply_to, Personal<std::string>(text)});
  plain.schema = {fit_connect::kAnswerSchema, "application/json"};
  return world.send(std::move(plain), world.source.submissions[id].waiting.case_id);
}

// As the citizen's portal opens it.
Result<fit_connect::OpenedReply> opened(AuthorityWorld& world, const city_server::authority::SealedReply& reply) {
  auto numbers = protocols::jose::parse_rsa_private_key(authority()["decryption_key"].dump(), "test");
  auto handle = world.shop().answer<platform::KeyHandle>([&](auto callback) { world.shop().cryptography.import_rsa_private(std::move(numbers).value(), callback); });
  auto jws = protocols::jose::parse_jws(world.source.posted.back());
  auto event = fit_connect::parse_security_event(jws.value().payload, jws.value().header.type);
  CHECK(event.value().subject == "reply:" + reply.reply_id);
  CHECK(event.value().kind == fit_connect::EventKind::Replied);
  return world.shop().answer<fit_connect::OpenedReply>([&](auto callback) {
    fit_connect::open_reply(world.shop().cryptography, {handle.value(), "der-buergerin-eigener"}, {reply.reply_id, reply.metadata_jwe, reply.data_jwe}, event.value().tags, callback);
  });
}

}  // namespace

TEST_SUITE("city/authority") {
  TEST_CASE("a question is sealed for the key that came with the application, signed for, and noted") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = send_with_key(world);
    world.get("/behoerde/");
    CHECK(contains(world.get(page_of(id)).body, "Ihre Rückfrage"));
    CHECK(contains(asks(world, id), "erledigt=gefragt"));
    if (!CHECK(world.source.replies.size() == 1)) return;
    const auto reply = opened(world, world.source.replies.begin()->second);
    if (!CHECK(reply.ok())) return;
    CHECK(reply.value().schema_uri == fit_connect::kQuestionSchema);
    CHECK(contains(reply.value().data.reveal<"a test reads the question">(), kQuestion));
    const std::string page = world.get(page_of(id)).body;
    CHECK(contains(page, kQuestion));
    CHECK(contains(page, "Noch keine Antwort."));
    CHECK(contains(page, "Rückfrage gestellt"));
    CHECK(contains(world.get("/behoerde/").body, "Rückfrage offen"));
    const auto kept = city_server::authority::read_questions(world.connection(), id);
    if (!CHECK((kept.ok() && kept.value().size() == 1))) return;
    CHECK_FALSE(contains(kept.value()[0].text_jwe + kept.value()[0].data_jwe, "Chipnummer"));
    CHECK(kept.value()[0].is_sent);
  }

  TEST_CASE("an answer stands below its question, is no application of its own, and is accepted once it has been read") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = send_with_key(world);
    world.get("/behoerde/");
    asks(world, id);
    const std::string answer = answers(world, id, world.source.replies.begin()->first, "276 <b>09");
    world.clock.set(world.clock.now() + 60'000);
    const std::string list = world.get("/behoerde/").body;
    CHECK(contains(list, "Neue Antwort"));
    CHECK_FALSE(contains(list, answer));
    const std::string page = world.get(page_of(id)).body;
    CHECK(contains(page, "276 &lt;b&gt;09"));
    CHECK_FALSE(contains(page, "Noch keine Antwort."));
    const auto jws = protocols::jose::parse_jws(world.source.posted.back());
    if (!CHECK(jws.ok())) return;
    CHECK(contains(jws.value().payload, "accept-submission"));
    CHECK(contains(jws.value().payload, "submission:" + answer));
    CHECK_FALSE(contains(world.get("/behoerde/").body, "Rückfrage offen"));
    // Read once more, it is not said once more.
    const std::size_t said = world.source.posted.size();
    world.get(page_of(id));
    CHECK(world.source.posted.size() == said);
  }

  TEST_CASE("files that came with an answer stand below it, are saved one by one, and need no words beside them") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = send_with_key(world);
    world.get("/behoerde/");
    asks(world, id);
    const std::string file = "0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21";
    const std::string answer = answers(world, id, world.source.replies.begin()->first, "", {{file, "application/pdf", "anlage-1.pdf", Personal<std::string>("%PDF-1.7 Meldebescheinigung")}});
    world.clock.set(world.clock.now() + 60'000);
    world.get("/behoerde/");
    const std::string page = world.get(page_of(id)).body;
    CHECK_FALSE(contains(page, "Noch keine Antwort."));
    CHECK(contains(page, "anlage-1.pdf speichern"));
    CHECK(contains(page, "(application/pdf, 1 KB)"));
    const std::string link = page_of(answer) + "/anlage/" + file;
    CHECK(contains(page, "href=\"" + link + "\""));
    const Answer saved = world.get(link);
    CHECK(saved.status == 200);
    CHECK(saved.body == "%PDF-1.7 Meldebescheinigung");
    CHECK(contains(std::string(saved.header("Content-Disposition")), "attachment; filename*=UTF-8''anlage-1.pdf"));
    const auto jws = protocols::jose::parse_jws(world.source.posted.back());
    if (!CHECK(jws.ok())) return;
    CHECK(contains(jws.value().payload, "accept-submission"));
    CHECK(contains(jws.value().payload, "submission:" + answer));
  }

  TEST_CASE("an answer whose file was exchanged on its way is shown, said to be in doubt, and not accepted") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = send_with_key(world);
    world.get("/behoerde/");
    asks(world, id);
    const std::string reply = world.source.replies.begin()->first;
    const std::string other = "0e6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21";
    answers(world, id, reply, "Anbei", {{"0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21", "application/pdf", "anlage-1.pdf", Personal<std::string>("%PDF-1.7 echt")},
                                        {other, "application/pdf", "anlage-2.pdf", Personal<std::string>("%PDF-1.7 anders")}});
    world.source.attachments["0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21"] = world.source.attachments[other];
    const std::size_t said = world.source.posted.size();
    world.clock.set(world.clock.now() + 60'000);
    world.get("/behoerde/");
    const std::string page = world.get(page_of(id)).body;
    CHECK(contains(page, "Anbei"));
    CHECK(contains(page, "Prüfsumme falsch"));
    // In the order in which they were sent, whatever their ids.
    CHECK(page.find("anlage-1.pdf") < page.find("anlage-2.pdf"));
    CHECK(contains(page, "sie ist nicht bestätigt"));
    CHECK(world.source.posted.size() == said);
  }

  TEST_CASE("what the delivery service does not take is kept, and the same bytes are sent again") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = send_with_key(world);
    world.get("/behoerde/");
    world.source.is_away = true;
    CHECK_FALSE(contains(asks(world, id), "erledigt"));
    world.source.is_away = false;
    CHECK(contains(world.get(page_of(id)).body, "noch nicht angenommen"));
    const auto kept = city_server::authority::read_questions(world.connection(), id);
    if (!CHECK((kept.ok() && kept.value().size() == 1))) return;
    const std::string reply_id = kept.value()[0].reply_id;
    CHECK(world.post(page_of(id) + "/rueckfrage-senden", "reply=" + reply_id).status == 303);
    if (!CHECK(world.source.replies.size() == 1)) return;
    CHECK(world.source.replies[reply_id].data_jwe == kept.value()[0].data_jwe);
    CHECK(world.source.posted.back() == kept.value()[0].event);
  }

  TEST_CASE("without a key the page says by which way to ask, and nothing can be posted") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(R"({"name":"Wotan"})");
    world.get("/behoerde/");
    const std::string page = world.get(page_of(id)).body;
    CHECK(contains(page, "anna@example.org"));
    CHECK_FALSE(contains(page, "Ihre Rückfrage"));
    CHECK(world.post(page_of(id) + "/rueckfrage", "question=Wie").status == 409);
    CHECK(world.source.replies.empty());
  }

  TEST_CASE("a question without words, or with too many, is not sent and can be mended") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = send_with_key(world);
    world.get("/behoerde/");
    CHECK(world.post(page_of(id) + "/rueckfrage", "question=").status == 422);
    const std::string long_question = "Ende" + std::string(2000, 'x');
    const Answer answer = world.post(page_of(id) + "/rueckfrage", "question=" + long_question);
    CHECK(answer.status == 422);
    CHECK(contains(answer.body, long_question));
    CHECK(world.source.replies.empty());
  }
}
