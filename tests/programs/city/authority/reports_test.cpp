#include "programs/city/authority/audit_log.h"
#include "programs/city/authority/authority_world.h"
#include "programs/city/open311/report_desk.h"
#include "programs/city/open311/report_schema.h"

using namespace stadttor;
using namespace stadttor::testing;
using city_server::authority::Act;
namespace open311 = city_server::open311;

namespace {

constexpr const char* kKinds = R"({"jurisdiction": "kleinstadt", "texts": {}, "services": [
  {"code": "muell", "agency": "Stadtreinigung", "texts": {"de": {"name": "Wilder Müll"}}, "attributes": [{"code": "art", "datatype": "singlevaluelist", "texts": {"de": {"question": "Was liegt da?"}}, "values": [{"key": "sofa", "texts": {"de": {"name": "Ein Sofa"}}}]}]},
  {"code": "tiere", "agency": "Ordnungsamt", "texts": {"de": {"name": "Tiere"}}}]})";

// An inbox with reports, and a clerk who has logged in.
struct ReportInbox {
  ReportInbox()
      : office{open311::parse_catalogue(kKinds, "test").value(), city_server::Connection::open(folder.path() / "reports.sqlite", open311::report_schema()).value()}, world(&office) {
    world.log_in();
  }

  std::int64_t report(const std::string& kind = "muell", const std::string& words = "Zwei <b>Sofas</b>") {
    open311::NewReport report;
    report.service_code = kind;
    report.agency = kind == "muell" ? "Stadtreinigung" : "Ordnungsamt";
    report.position = open311::Position{51.430812, 9.871234};
    report.address = "Münzgasse";
    report.answers = {{"art", {"sofa"}}};
    report.description = Personal<std::string>(words);
    report.contact.email = Personal<std::string>("anna@example.org");
    report.photo = open311::ReportPhoto{"image/png", "png"};
    report.is_published = kind != "tiere";
    report.requested_at = world.clock.now() / 1000;
    return open311::keep_report(office.connection, report, {}).value().number;
  }

  open311::KeptReport kept(std::int64_t number) { return open311::find_kept_report(office.connection, number).value().value(); }
  // The last thing in the audit about this report, apart from its being looked at.
  std::vector<Act> acts(std::int64_t number) {
    std::vector<Act> acts;
    const auto entries = city_server::authority::read_audit(world.connection(), "meldung-" + std::to_string(number), 20);
    for (const auto& entry : entries.value()) {
      CHECK(entry.clerk == "anna");
      acts.push_back(entry.act);
    }
    return acts;
  }

  city_server::TemporaryFolder folder;
  open311::ReportOffice office;
  AuthorityWorld world;
};

std::string page_of(std::int64_t number) { return "/behoerde/meldung/" + std::to_string(number); }

}  // namespace

TEST_SUITE("city/authority") {
  TEST_CASE("reports are the clerks' alone, and only where the city takes them") {
    ReportInbox inbox;
    inbox.report();
    inbox.world.cookie.clear();
    for (const char* path : {"/behoerde/meldungen", "/behoerde/meldung/1", "/behoerde/meldung/1/foto"}) CHECK(inbox.world.get(path).status == 303);
    CHECK(inbox.world.post_plainly("/behoerde/meldung/1/stand", "stage=erledigt").status == 403);
    AuthorityWorld without;
    without.log_in();
    CHECK(without.get("/behoerde/meldungen").status == 404);
    CHECK_FALSE(contains(without.get("/behoerde/").body, "Meldungen"));
  }

  TEST_CASE("the list of reports has filters for their state, their kind and what waits for a look") {
    ReportInbox inbox;
    const std::int64_t first = inbox.report();
    const std::int64_t second = inbox.report("tiere");
    CHECK(contains(inbox.world.get("/behoerde/").body, "href=\"/behoerde/meldungen\""));
    const std::string list = inbox.world.get("/behoerde/meldungen").body;
    CHECK(contains(list, "Wilder Müll · Nummer 1"));
    CHECK(contains(list, "Tiere · Nummer 2"));
    CHECK(contains(list, "Zu prüfen"));
    CHECK_FALSE(contains(list, "Sofas"));
    CHECK_FALSE(contains(inbox.world.get("/behoerde/meldungen?art=tiere").body, page_of(first)));
    CHECK(contains(inbox.world.get("/behoerde/meldungen?stand=eingegangen").body, page_of(second)));
    CHECK(contains(inbox.world.get("/behoerde/meldungen?stand=erledigt").body, "Hier gibt es keine Meldung."));
    for (const auto part : {open311::ReportPart::Description, open311::ReportPart::Photo}) CHECK(open311::release(inbox.office.connection, first, part, open311::Release::Public, 0).ok());
    const std::string waiting = inbox.world.get("/behoerde/meldungen?stand=zu-pruefen").body;
    CHECK_FALSE(contains(waiting, page_of(first)));
    CHECK(contains(waiting, page_of(second)));
    CHECK_FALSE(contains(inbox.world.get("/behoerde/meldungen?vor=2").body, page_of(second)));
  }

  TEST_CASE("a long list goes on with the older ones") {
    ReportInbox inbox;
    for (int at = 0; at < 51; ++at) inbox.report();
    CHECK(contains(inbox.world.get("/behoerde/meldungen").body, "/behoerde/meldungen?vor=2"));
    CHECK_FALSE(contains(inbox.world.get("/behoerde/meldungen?vor=2").body, "Ältere"));
  }

  TEST_CASE("a report is shown whole, as text whatever it says, and the audit knows who looked") {
    ReportInbox inbox;
    const std::int64_t number = inbox.report();
    const Answer page = inbox.world.get(page_of(number));
    CHECK(page.status == 200);
    for (const char* part : {"Zwei &lt;b&gt;Sofas", "51.430812, 9.871234", "Münzgasse", "Was liegt da?</dt>", "Ein Sofa</dd>", "mailto:anna%40example.org", "/behoerde/meldung/1/foto"}) CHECK(contains(page.body, part));
    const Answer photo = inbox.world.get(page_of(number) + "/foto");
    CHECK(photo.content_type == "image/png");
    CHECK(photo.body == "png");
    CHECK(inbox.acts(number) == std::vector<Act>{Act::Opened});
    CHECK(contains(inbox.world.get("/behoerde/protokoll").body, "Meldung 1</a>"));
    CHECK(inbox.world.get("/behoerde/meldung/77").status == 404);
    CHECK(inbox.world.get("/behoerde/meldung/x").status == 404);
  }

  TEST_CASE("words, photo and a report that waits are released one by one, and can be taken back") {
    ReportInbox inbox;
    const std::int64_t number = inbox.report("tiere");
    CHECK(inbox.world.post(page_of(number) + "/freigeben", "part=description&release=public").status == 303);
    CHECK(inbox.kept(number).is_description_released);
    CHECK_FALSE(inbox.kept(number).is_photo_released);
    CHECK(inbox.world.post(page_of(number) + "/freigeben", "part=photo&release=public").status == 303);
    CHECK(inbox.world.post(page_of(number) + "/freigeben", "part=whole&release=public").status == 303);
    CHECK_FALSE(inbox.kept(number).waits_for_release());
    CHECK(inbox.world.post(page_of(number) + "/freigeben", "part=photo&release=withheld").status == 303);
    CHECK_FALSE(inbox.kept(number).is_photo_released);
    CHECK(inbox.acts(number) == std::vector<Act>{Act::Withheld, Act::Released, Act::Released, Act::Released});
    CHECK(inbox.world.post(page_of(number) + "/freigeben", "part=contact&release=public").status == 404);
    CHECK(inbox.world.post_plainly(page_of(number) + "/freigeben", "part=photo&release=public").status == 403);
  }

  TEST_CASE("a new state is told with a sentence for all; nothing is refused without a reason") {
    ReportInbox inbox;
    const std::int64_t number = inbox.report();
    const Answer done = inbox.world.post(page_of(number) + "/stand", "stage=in-bearbeitung&note=Wir+kommen+am+Freitag.");
    CHECK(done.header("Location") == "/behoerde/meldung/1?erledigt=stand");
    CHECK(inbox.kept(number).stage == open311::Stage::InProcess);
    CHECK(contains(inbox.world.get(page_of(number)).body, "In Bearbeitung: Wir kommen am Freitag."));
    CHECK(inbox.world.post(page_of(number) + "/stand", "stage=abgelehnt&note=").status == 422);
    CHECK(inbox.world.post(page_of(number) + "/stand", "stage=bald").status == 422);
    CHECK(inbox.kept(number).stage == open311::Stage::InProcess);
    CHECK(inbox.world.post(page_of(number) + "/stand", "stage=abgelehnt&note=Das+ist+ein+Kunstwerk.").status == 303);
    CHECK(inbox.acts(number).front() == Act::ToldState);
  }

  TEST_CASE("a report that is another once more is found nearby and marked, never in a circle") {
    ReportInbox inbox;
    const std::int64_t first = inbox.report();
    const std::int64_t second = inbox.report();
    const std::int64_t third = inbox.report();
    CHECK(contains(inbox.world.get(page_of(second)).body, "Vielleicht dasselbe"));
    CHECK(inbox.world.post(page_of(second) + "/gehoert-zu", "original=1").status == 303);
    CHECK(inbox.kept(second).duplicate_of == first);
    CHECK(contains(inbox.world.get(page_of(second)).body, "Gehört zu</dt>"));
    CHECK(inbox.world.post(page_of(first) + "/gehoert-zu", "original=2").status == 422);
    CHECK(inbox.world.post(page_of(third) + "/gehoert-zu", "original=3").status == 422);
    CHECK(inbox.world.post(page_of(third) + "/gehoert-zu", "original=77").status == 422);
    CHECK(inbox.world.post(page_of(third) + "/gehoert-zu", "original=x").status == 422);
    CHECK(inbox.world.post(page_of(second) + "/gehoert-zu", "original=").status == 303);
    CHECK(inbox.kept(second).duplicate_of == 0);
  }

  TEST_CASE("a report is handed on to an office of the city's, and to no other") {
    ReportInbox inbox;
    const std::int64_t number = inbox.report();
    CHECK(inbox.world.post(page_of(number) + "/zustaendig", "agency=Ordnungsamt").status == 303);
    CHECK(inbox.kept(number).agency == "Ordnungsamt");
    CHECK(inbox.world.post(page_of(number) + "/zustaendig", "agency=Feuerwehr").status == 422);
    CHECK(inbox.acts(number) == std::vector<Act>{Act::Opened, Act::HandedOn});
  }
}
