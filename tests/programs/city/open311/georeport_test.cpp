#include "attachments/marked_files.h"
#include "programs/city/open311/report_world.h"

namespace stadttor::city_server::open311 {
TEST_SUITE("city/open311") {
  TEST_CASE("kinds of report are told in the caller's language, as JSON and as XML") {
    ReportWorld world;
    const Answer german = world.get("/services.json");
    CHECK(german.content_type == "application/json; charset=utf-8");
    CHECK(contains(german.body, R"("service_code":"laterne","service_name":"Straßenbeleuchtung")"));
    CHECK(contains(german.body, R"("metadata":true,"type":"realtime","keywords":"Licht,Lampe")"));
    CHECK(contains(world.get("/services.json", "en-GB").body, "Street lighting"));
    CHECK(contains(world.get("/services.json", "fr").body, "Straßenbeleuchtung"));
    const Answer xml = world.get("/services.xml?jurisdiction_id=kleinstadt");
    CHECK(xml.content_type == "text/xml; charset=utf-8");
    CHECK(contains(xml.body, "<services><service><service_code>laterne</service_code>"));
    CHECK(contains(xml.body, "Wilder Müll &amp; &lt;Unrat&gt;"));
  }

  TEST_CASE("a kind's questions are told with their answers, and unknown kinds are refused with the remedy") {
    ReportWorld world;
    const Answer definition = world.get("/services/laterne.json", "en");
    CHECK(contains(definition.body, R"("code":"stoerung","datatype":"singlevaluelist","required":true,"datatype_description":null,"order":1,"description":"What about it?")"));
    CHECK(contains(definition.body, R"({"key":"dunkel","name":"It is dark"},{"key":"flackert","name":"Sie flackert"})"));
    const Answer unknown = world.get("/services/schnee.xml");
    CHECK(unknown.status == 404);
    CHECK(contains(unknown.body, "<errors><error><code>404</code><description>Diese Art von Meldung"));
    CHECK(world.get("/services.json?jurisdiction_id=anderswo").status == 404);
    CHECK(world.get("/services").status == 404);
    CHECK(world.get("/alles.json").status == 404);
  }

  TEST_CASE("discovery says where the interface is and that no key is needed") {
    ReportWorld world;
    CHECK(contains(world.get_at("/open311/discovery.json").body, R"("url":"http://kleinstadt.example/open311/v2")"));
    GeoReportSettings settings;
    settings.public_address = "https://portal.example";
    ReportWorld elsewhere(settings);
    CHECK(contains(elsewhere.get_at("/open311/discovery.json").body, R"("url":"https://portal.example/open311/v2")"));
    CHECK(contains(world.get_at("/open311/discovery.xml").body, "<formats><format>text/xml</format><format>application/json</format></formats>"));
  }

  TEST_CASE("a report is public at once with place, kind and state, but neither words nor who sent it") {
    ReportWorld world;
    const Answer receipt = world.post(std::string("service_code=laterne&attribute[stoerung]=dunkel&attribute[nummer]=bei+Meier&description=Vor+dem+Haus+von+Frau+Meier&first_name=Anna&email=anna%40example.org&phone=0815") + kPlace);
    CHECK(receipt.status == 200);
    CHECK(contains(receipt.body, "Danke. Ihre Worte werden erst geprüft."));
    const std::string id = ReportWorld::text_in(receipt, "service_request_id");
    for (const std::string& address : {std::string("/requests.json"), "/requests/" + id + ".json?extensions=true", std::string("/requests.xml?extensions=true")}) {
      const std::string body = world.get(address).body;
      CHECK(contains(body, "51.430812"));
      CHECK(contains(body, "9.871234"));
      CHECK(contains(body, "Wird noch geprüft."));
      for (const char* personal : {"Meier", "Anna", "anna", "0815"}) CHECK_FALSE(contains(body, personal));
    }
    const Answer one = world.get("/requests/" + id + ".json?extensions=true");
    CHECK(ReportWorld::text_in(one, "status") == "open");
    CHECK(ReportWorld::text_in(one, "agency_responsible") == "Stadtwerke");
    CHECK(ReportWorld::text_in(one, "requested_datetime") == "2026-11-26T08:00:00Z");
    CHECK(ReportWorld::text_in(one, "expected_datetime") == "2026-12-01T08:00:00Z");
    CHECK(contains(one.body, R"("name":"stoerung","value":"Sie ist dunkel","code":"dunkel")"));
    CHECK(contains(one.body, R"("detailed_status":"RECEIVED","description_withheld":true,"media_withheld":false)"));
  }

  TEST_CASE("words are public once a clerk has released them, exactly as they came") {
    ReportWorld world;
    const std::int64_t number = world.number_of(world.post(std::string("service_code=muell&description=%20Zwei%0ASofas%20%E2%80%93%20gr%C3%BCn%20") + kPlace));
    CHECK(release(world.connection, number, ReportPart::Description, Release::Public, world.now + 60).ok());
    const Answer one = world.get("/requests/" + std::to_string(number) + ".json");
    CHECK(ReportWorld::text_in(one, "description") == "Zwei\nSofas – grün");
    CHECK(ReportWorld::text_in(one, "service_notice") == "null");
    CHECK(ReportWorld::text_in(one, "updated_datetime") == "2026-11-26T08:01:00Z");
    CHECK(release(world.connection, number, ReportPart::Description, Release::Withheld, world.now + 120).ok());
    CHECK(ReportWorld::text_in(world.get("/requests/" + std::to_string(number) + ".json"), "description") == "null");
  }

  TEST_CASE("what happened with a report stands in its notes, the last word in its status") {
    ReportWorld world;
    const std::int64_t number = world.number_of(world.post(std::string("service_code=muell") + kPlace));
    CHECK(change_stage(world.connection, number, Stage::InProcess, "Wir kommen.", world.now + 3600).ok());
    CHECK(change_stage(world.connection, number, Stage::Processed, "Abgeholt.", world.now + 7200).ok());
    const Answer one = world.get("/requests/" + std::to_string(number) + ".json?extensions=true");
    CHECK(ReportWorld::text_in(one, "status") == "closed");
    CHECK(ReportWorld::text_in(one, "status_notes") == "Abgeholt.");
    CHECK(contains(one.body, R"("notes":[{"datetime":"2026-11-26T08:00:00Z","description":null,"type":"received"},{"datetime":"2026-11-26T09:00:00Z","description":"Wir kommen.","type":"in_process"},{"datetime":"2026-11-26T10:00:00Z","description":"Abgeholt.","type":"processed"}])"));
    CHECK(ReportWorld::count_in(world.get("/requests.json?status=open")) == 0);
    CHECK(ReportWorld::count_in(world.get("/requests.json?status=open,closed")) == 1);
  }

  TEST_CASE("where numbers come later, a token stands for the report until a clerk has taken it") {
    ReportWorld world;
    const Answer receipt = world.post(std::string("service_code=tiere") + kPlace);
    CHECK(ReportWorld::text_in(receipt, "service_request_id") == "null");
    const std::string token = ReportWorld::text_in(receipt, "token");
    CHECK(ReportWorld::text_in(world.get("/tokens/" + token + ".json"), "service_request_id") == "null");
    CHECK(ReportWorld::count_in(world.get("/requests.json")) == 0);
    CHECK(release(world.connection, 1, ReportPart::Whole, Release::Public, world.now).ok());
    CHECK(ReportWorld::text_in(world.get("/tokens/" + token + ".json"), "service_request_id") == "1");
    CHECK(ReportWorld::count_in(world.get("/requests.json")) == 1);
    CHECK(world.get("/tokens/geraten.json").status == 404);
  }

  TEST_CASE("a photo loses what it does not show, is seen once released and gone when taken back") {
    ReportWorld world;
    const std::string marked = testing::jpeg_with(testing::jpeg_segment(0xe1, std::string("Exif\0\0GPS 51.4", 14)) + testing::jpeg_segment(0xfe, "Kamera von Anna"));
    const std::int64_t number = world.number_of(world.post_with_photo(marked));
    const auto kept = find_photo(world.connection, number);
    if (!CHECK((kept.ok() && kept.value()))) return;
    CHECK_FALSE(contains(kept.value()->bytes, "GPS"));
    CHECK_FALSE(contains(kept.value()->bytes, "Anna"));
    const std::string name = find_kept_report(world.connection, number).value()->photo;
    CHECK(world.get("/media/" + name).status == 404);
    CHECK(release(world.connection, number, ReportPart::Photo, Release::Public, world.now).ok());
    CHECK(ReportWorld::text_in(world.get("/requests.json"), "media_url") == "http://kleinstadt.example/open311/v2/media/" + name);
    const Answer photo = world.get("/media/" + name);
    CHECK(photo.content_type == "image/jpeg");
    CHECK(photo.body == kept.value()->bytes);
    CHECK(release(world.connection, number, ReportPart::Photo, Release::Withheld, world.now).ok());
    CHECK(world.get("/media/" + name).status == 404);
    CHECK(world.get("/media/").status == 404);
  }

  TEST_CASE("files that are no photos, are broken or too large are refused, whatever they claim to be") {
    ReportWorld world;
    CHECK(world.post_with_photo("<svg xmlns='http://www.w3.org/2000/svg'/>").status == 415);
    CHECK(world.post_with_photo("%PDF-1.7").status == 415);
    CHECK(world.post_with_photo(std::string("\xff\xd8\xff\xe1\xff\xff", 6)).status == 400);
    CHECK(world.post_with_photo(std::string(kLargestPhoto + 1, 'x')).status == 413);
    CHECK(world.post(std::string("service_code=muell&media_url=https%3A%2F%2Fa.example%2Fb.jpg") + kPlace).status == 400);
    CHECK(ReportWorld::count_in(world.get("/requests.json")) == 0);
  }
}
}  // namespace stadttor::city_server::open311
