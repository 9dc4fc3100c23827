#include "programs/city/authority/authority_world.h"
#include "programs/city/authority/audit_log.h"
#include "programs/city/authority/inbox_records.h"
#include "protocols/fit_connect/event_verification.h"
#include "protocols/jose/json_web_signature.h"

using namespace stadttor;
using namespace stadttor::testing;
using city_server::authority::Act;
using city_server::authority::InboxState;

namespace {

const std::string kData = R"({"name":"Wotan <b>","breed":"d","home":{"F60000243":"Münzgasse"}})";
const std::string kAttachment = "0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21";

std::vector<fit_connect::PlainAttachment> one_page() {
  std::vector<fit_connect::PlainAttachment> attachments;
  attachments.push_back({kAttachment, "text/html", "Impf\"paß\r\n.html", Personal<std::string>("<script>alert(1)</script>")});
  return attachments;
}

std::string page_of(const std::string& id) { return "/behoerde/antrag/" + id; }

// The last event that was posted, verified as the citizen's portal would.
nlohmann::json verified_event(AuthorityWorld& world) {
  if (!CHECK(!world.source.posted.empty())) return {};
  auto jws = protocols::jose::parse_jws(world.source.posted.back());
  auto key = protocols::jose::parse_json_web_key(authority()["signature_key"].dump(), "test");
  if (!CHECK((jws.ok() && key.ok()))) return {};
  const std::string payload = jws.value().payload;
  CHECK(jws.value().header.type == "secevent+jwt");
  const auto verified = world.shop().answer<Done>(
      [&](auto callback) { protocols::jose::verify_jws(world.shop().cryptography, key.value(), std::move(jws).value(), callback); });
  CHECK(verified.ok());
  return nlohmann::json::parse(payload, nullptr, false);
}

constexpr const char* kEvents = "https://schema.fitko.de/fit-connect/events/";

}  // namespace

TEST_SUITE("city/authority") {
  TEST_CASE("what has been sent stands in the list with its state, and is kept as it came: encrypted") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData);
    const std::string list = world.get("/behoerde/").body;
    CHECK(contains(list, "href=\"/behoerde/antrag/" + id));
    CHECK(contains(list, "Hund anmelden"));
    CHECK(contains(list, "Zu entscheiden bis 09.12.2026"));
    CHECK(contains(world.get("/behoerde/?stand=neu").body, id));
    CHECK_FALSE(contains(world.get("/behoerde/?stand=angenommen").body, id));

    const auto kept = city_server::authority::find_application(world.connection(), id);
    if (!CHECK((kept.ok() && kept.value()))) return;
    CHECK(kept.value()->data_jwe == world.source.submissions[id].data_jwe);
    CHECK(kept.value()->entry.state == InboxState::New);
  }

  TEST_CASE("only what the delivery service has signed as submitted is taken") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData);
    const std::string case_id = world.source.submissions[id].waiting.case_id;
    const auto events = world.source.events[case_id];

    world.source.events[case_id].pop_back();
    CHECK(contains(world.get("/behoerde/").body, "1 Einreichungen konnten nicht übernommen werden"));
    CHECK_FALSE(contains(world.get("/behoerde/").body, id));

    world.source.events[case_id] = events;
    world.source.events[case_id].back()[events.back().size() / 2] ^= 1;
    world.clock.set(world.clock.now() + 60'000);
    CHECK_FALSE(contains(world.get("/behoerde/").body, id));

    world.source.events[case_id] = events;
    world.clock.set(world.clock.now() + 60'000);
    CHECK(contains(world.get("/behoerde/").body, id));
  }

  TEST_CASE("the list is shown while the delivery service is away, and says so") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData);
    world.get("/behoerde/");
    world.source.is_away = true;
    world.clock.set(world.clock.now() + 60'000);
    const std::string list = world.get("/behoerde/").body;
    CHECK(contains(list, id));
    CHECK(contains(list, "Der Zustelldienst ist gerade nicht erreichbar."));
  }

  TEST_CASE("an opened application is shown in the form's words, as text whatever it says, and the audit knows who opened it") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData);
    world.get("/behoerde/");
    const Answer page = world.get(page_of(id));
    CHECK(page.status == 200);
    CHECK(contains(page.body, "Rufname</dt>"));
    CHECK(contains(page.body, "Wotan &lt;b&gt;</dd>"));
    CHECK(contains(page.body, "Dackel</dd>"));
    CHECK(contains(page.body, "Straße</dt>"));
    CHECK(contains(page.body, "Unversehrt und vollständig"));
    CHECK(contains(page.body, "mailto:anna%40example.org"));
    CHECK(contains(world.get("/behoerde/").body, "In Bearbeitung"));

    const auto audit = city_server::authority::read_audit(world.connection(), id, 10);
    if (!CHECK((audit.ok() && audit.value().size() == 2))) return;
    CHECK(audit.value()[0].act == Act::Opened);
    CHECK(audit.value()[0].clerk == "anna");
    CHECK(audit.value()[1].act == Act::Received);
  }

  TEST_CASE("an attachment is a file to be saved, never a page, and its name cannot leave its field") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData, one_page());
    world.get("/behoerde/");
    const Answer file = world.get(page_of(id) + "/anlage/" + kAttachment);
    CHECK(file.status == 200);
    CHECK(file.content_type == "application/octet-stream");
    CHECK(file.header("Content-Disposition") == "attachment; filename*=UTF-8''Impf%22pa%C3%9F%0D%0A.html");
    CHECK(file.body == "<script>alert(1)</script>");
    CHECK(world.get(page_of(id) + "/anlage/andere").status == 404);
  }

  TEST_CASE("what is not as it should be is told: other data, a wrong form, an attachment too few") {
    AuthorityWorld world;
    world.log_in();
    const std::string swapped = world.send(kData);
    const std::string other = world.send(R"({"name": "ein viel zu langer Name für einen Hund"})", one_page());
    world.source.submissions[swapped].data_jwe = world.source.submissions[other].data_jwe;
    world.source.submissions[other].attachment_ids.clear();
    world.get("/behoerde/");

    const std::string first = world.get(page_of(swapped)).body;
    CHECK(contains(first, "Empfangen wurde etwas anderes als abgesendet (data)"));
    CHECK(contains(first, "Die Prüfsumme stimmt nicht (data)"));
    const std::string second = world.get(page_of(other)).body;
    CHECK(contains(second, "Die Angaben haben nicht die verlangte Form (data, Rufname)"));
    CHECK(contains(second, "Eine Anlage fehlt (attachment:" + kAttachment + ")"));
    CHECK_FALSE(contains(second, "Unversehrt"));

    CHECK(world.post(page_of(swapped) + "/annehmen", "").status == 422);
    CHECK(world.source.posted.empty());
  }

  TEST_CASE("an acceptance is signed with the authority's key and vouches for what was read") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData, one_page());
    world.get("/behoerde/");
    const auto accepted = world.post(page_of(id) + "/annehmen", "notice=Bitte+Ausweis+mitbringen.");
    CHECK(accepted.header("Location") == page_of(id) + "?erledigt=angenommen");

    const auto event = verified_event(world);
    CHECK(event["iss"] == kDestination);
    CHECK(event["sub"] == "submission:" + id);
    const auto& content = event["events"][std::string(kEvents) + "accept-submission"];
    CHECK(content["authenticationTags"]["data"] == protocols::jose::authentication_tag_of(world.source.submissions[id].data_jwe));
    CHECK(content["authenticationTags"]["attachments"].size() == 1);
    CHECK(content["problems"][0]["detail"] == "Bitte Ausweis mitbringen.");

    // Once: of a second decision nothing is sent.
    CHECK(world.post(page_of(id) + "/ablehnen", "type1=missing-data&detail1=x").status == 409);
    CHECK(world.source.posted.size() == 1);
  }

  TEST_CASE("a rejection names its reasons and the answers they are about; without a reason nothing is sent") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData);
    world.get("/behoerde/");
    const Answer refused = world.post(page_of(id) + "/ablehnen", "type1=&detail1=Das+bleibt+stehen");
    CHECK(refused.status == 422);
    CHECK(contains(refused.body, "Wählen Sie einen Grund."));
    CHECK(contains(refused.body, "Das bleibt stehen</textarea>"));
    CHECK(world.post(page_of(id) + "/ablehnen", "type1=missing-data&detail1=x&place1=%2Fgibtsnicht").status == 422);
    CHECK(world.source.posted.empty());

    world.post(page_of(id) + "/ablehnen", "type1=missing-data&place1=%2Fhome%2FF60000243&detail1=Hausnummer+fehlt&type2=missing-attachment&detail2=Impfpass");
    const auto event = verified_event(world);
    const auto& problems = event["events"][std::string(kEvents) + "reject-submission"]["problems"];
    if (!CHECK(problems.size() == 2)) return;
    CHECK(problems[0]["type"] == "https://schema.fitko.de/fit-connect/events/problems/missing-data");
    CHECK(problems[0]["instance"] == "data");
    CHECK(problems[0]["pointer"] == "#/home/F60000243");
    CHECK(problems[0]["detail"] == "Anschrift: Straße: Hausnummer fehlt");
    CHECK(problems[1]["instance"] == "submission");
  }

  TEST_CASE("a decision that could not be reported is sent again with the same bytes, and is known to have arrived") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData);
    world.get("/behoerde/");
    world.source.loses_answers = true;
    world.post(page_of(id) + "/annehmen", "");
    CHECK(contains(world.get(page_of(id)).body, "Die Entscheidung ist noch nicht gemeldet"));
    CHECK(world.post(page_of(id) + "/loeschen", "sure=on").status == 409);

    world.source.loses_answers = false;
    CHECK(world.post(page_of(id) + "/melden", "").header("Location") == page_of(id) + "?erledigt=gemeldet");
    if (!CHECK(world.source.posted.size() == 2)) return;
    CHECK(world.source.posted[0] == world.source.posted[1]);
    CHECK_FALSE(contains(world.get(page_of(id)).body, "noch nicht gemeldet"));
  }

  TEST_CASE("what is deleted is gone, and the audit still says who decided") {
    AuthorityWorld world;
    world.log_in();
    const std::string id = world.send(kData, one_page());
    world.get("/behoerde/");
    world.post(page_of(id) + "/annehmen", "");
    CHECK(world.post(page_of(id) + "/loeschen", "").status == 422);
    CHECK(world.post(page_of(id) + "/loeschen", "sure=on").status == 303);

    const auto kept = city_server::authority::find_application(world.connection(), id);
    if (!CHECK((kept.ok() && kept.value()))) return;
    CHECK(kept.value()->data_jwe.empty());
    CHECK(kept.value()->metadata_jwe.empty());
    CHECK(kept.value()->attachments.empty());
    const std::string page = world.get(page_of(id)).body;
    CHECK(contains(page, "Der Inhalt ist gelöscht."));
    CHECK_FALSE(contains(page, "Wotan"));
    CHECK(contains(page, "angenommen"));
    CHECK(world.get(page_of(id) + "/anlage/" + kAttachment).status == 404);
  }
}
