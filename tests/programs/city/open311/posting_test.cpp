#include "programs/city/open311/report_world.h"

namespace stadttor::city_server::open311 {
TEST_SUITE("city/open311") {
  TEST_CASE("a post is held against the questions, and everything that is wrong is told at once") {
    ReportWorld world;
    const Answer answer = world.post("service_code=laterne&attribute[hoehe]=hoch&attribute[farbe]=rot&attribute[seit]=gestern");
    CHECK(answer.status == 400);
    CHECK(ReportWorld::count_in(answer) == 5);
    for (const char* part : {"braucht eine Stelle", "„Was ist mit ihr?“ (attribute[stoerung]) muss beantwortet werden", "„Höhe“ (attribute[hoehe]) muss eine Zahl sein", "gibt es eine der beantworteten Fragen nicht", "„Seit wann?“"}) {
      CHECK(contains(answer.body, part));
    }
    CHECK_FALSE(contains(answer.body, "gestern"));
    CHECK(contains(world.post(std::string("service_code=laterne&attribute[stoerung]=bunt") + kPlace).body, "dunkel, flackert"));
    CHECK(world.post(std::string("service_code=laterne&attribute[stoerung]=dunkel&attribute[stoerung]=flackert") + kPlace).status == 400);
    CHECK(world.post(std::string("service_code=laterne&attribute[stoerung]=dunkel&attribute[hoehe]=3.5&attribute[seit]=2026-11-20&attribute[schaden][]=glas&attribute[schaden][]=mast") + kPlace).status == 200);
  }

  TEST_CASE("a report needs a place, and one within the town") {
    ReportWorld world;
    CHECK(contains(world.post("service_code=muell").body, "braucht eine Stelle"));
    CHECK(contains(world.post("service_code=muell&lat=48.1&long=11.5").body, "außerhalb der Stadt"));
    CHECK(world.post("service_code=muell&lat=51.43").status == 400);
    CHECK(world.post("service_code=muell&lat=nan&long=9.87").status == 400);
    CHECK(world.post("service_code=muell&address_string=Marktplatz+1").status == 200);
    CHECK(ReportWorld::text_in(world.get("/requests.json"), "address") == "Marktplatz 1");
    CHECK(ReportWorld::text_in(world.get("/requests.json"), "lat") == "null");
  }

  TEST_CASE("unknown kinds and another town's reports are refused, and so are words without an end") {
    ReportWorld world;
    CHECK(world.post(std::string("service_code=schnee") + kPlace).status == 404);
    CHECK(world.post(std::string("x=1") + kPlace).status == 400);
    CHECK(world.post(std::string("service_code=muell&jurisdiction_id=anderswo") + kPlace).status == 404);
    std::string umlauts;
    for (int at = 0; at < 4000; ++at) umlauts.append("%C3%A4");
    CHECK(world.post("service_code=muell&description=" + umlauts + kPlace).status == 200);
    CHECK(world.post("service_code=muell&description=" + umlauts + "x" + kPlace).status == 400);
    CHECK(world.post(std::string("service_code=muell&description=%FF") + kPlace).status == 400);
  }

  TEST_CASE("the same post with the same key is the same report, another content with it is refused") {
    ReportWorld world;
    const std::string fields = std::string("service_code=muell&description=Sofa") + kPlace;
    const Answer first = world.post(fields, "4be0643f-1d98-573b-97cd-ca98a65347dd");
    const Answer again = world.post(fields, "4be0643f-1d98-573b-97cd-ca98a65347dd");
    CHECK(first.body == again.body);
    CHECK(ReportWorld::count_in(world.get("/requests.json")) == 1);
    CHECK(world.post(fields + "&phone=1", "4be0643f-1d98-573b-97cd-ca98a65347dd").status == 422);
    CHECK(world.post(fields, "another").status == 200);
    CHECK(world.post(fields).status == 200);
    CHECK(ReportWorld::count_in(world.get("/requests.json")) == 3);
    CHECK(world.post(fields, std::string(201, 'k')).status == 400);
  }

  TEST_CASE("keys are forgotten after a week, contacts a month after a report is closed") {
    ReportWorld world;
    const std::string fields = std::string("service_code=muell&email=anna%40example.org") + kPlace;
    const std::int64_t number = world.number_of(world.post(fields, "key"));
    CHECK(change_stage(world.connection, number, Stage::Processed, "", world.now).ok());
    constexpr std::int64_t kDay = 24 * 60 * 60;
    CHECK(forget_what_is_over(world.connection, world.now + 29 * kDay).ok());
    CHECK(find_kept_report(world.connection, number).value()->has_contact);
    CHECK(forget_what_is_over(world.connection, world.now + 31 * kDay).ok());
    CHECK_FALSE(find_kept_report(world.connection, number).value()->has_contact);
    CHECK(world.number_of(world.post(fields, "key")) != number);
  }

  TEST_CASE("one sender may send so many reports at once, and reading stays free") {
    GeoReportSettings settings;
    settings.each_sender = {2, 1.0 / 60};
    ReportWorld world(settings);
    const std::string fields = std::string("service_code=muell") + kPlace;
    CHECK(world.post(fields).status == 200);
    CHECK(world.post(fields).status == 200);
    const Answer refused = world.post(fields);
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "60");
    CHECK(world.get("/requests.json").status == 200);
    world.now += 60;
    CHECK(world.post(fields).status == 200);
  }

  TEST_CASE("only the portal's pages may read and post from a browser") {
    GeoReportSettings settings;
    settings.portal_origins = {"https://portal.example"};
    ReportWorld world(settings);
    IncomingRequest request = ReportWorld::request_to("GET", "/open311/v2/services.json");
    request.origin = "https://portal.example";
    CHECK(world.server->answer(request).header("Access-Control-Allow-Origin") == "https://portal.example");
    request.method = "OPTIONS";
    CHECK(contains(std::string(world.server->answer(request).header("Access-Control-Allow-Headers")), "idempotency-key"));
    request.origin = "https://elsewhere.example";
    CHECK(world.server->answer(request).status == 403);
    request.method = "POST";
    request.path = "/open311/v2/requests.json";
    const Answer refused = world.server->answer(request);
    CHECK(refused.status == 403);
    CHECK(refused.header("Access-Control-Allow-Origin").empty());
    request.method = "DELETE";
    request.origin.clear();
    CHECK(world.server->answer(request).status == 405);
  }
}
}  // namespace stadttor::city_server::open311
